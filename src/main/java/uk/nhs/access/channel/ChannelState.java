package uk.nhs.access.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a channel is open, and who stopped it why. Its pace is the database's own business. */
@Entity
@Table(name = "channel")
class ChannelState {

    @Id
    @Enumerated(EnumType.STRING)
    private Channel name;

    private @Nullable Instant stoppedAt;

    private @Nullable String stoppedBy;

    private @Nullable String reason;

    ChannelState() {}

    /** Nothing leaves from now on. Whoever stops it again only says it anew. */
    void stop(String by, String why, Instant now) {
        stoppedAt = stoppedAt == null ? now : stoppedAt;
        stoppedBy = by;
        reason = why;
    }

    void open() {
        stoppedAt = null;
        stoppedBy = null;
        reason = null;
    }

    Channel name() {
        return name;
    }

    Optional<Stop> stop() {
        return Optional.ofNullable(stoppedAt)
                .map(since -> new Stop(since, Objects.requireNonNull(stoppedBy), Objects.requireNonNull(reason)));
    }

    /** Since when a channel is stopped, by whom and why. */
    record Stop(Instant since, String by, String reason) {}
}

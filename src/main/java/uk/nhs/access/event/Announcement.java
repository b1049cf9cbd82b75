package uk.nhs.access.event;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event on its way to one receiver, and afterwards the trace that it left. Its id is the {@code jti} at every try. */
@Entity
class Announcement {

    /** Where an event can be: still to be pushed, or at one of its ends. */
    enum State {
        QUEUED,
        SENT,
        DEAD
    }

    @Id
    private UUID id;

    private String receiver;

    private UUID accountId;

    private String kind;

    private String claims;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant queuedAt;

    private Instant nextTryAt;

    private int tries;

    private @Nullable Instant settledAt;

    private @Nullable String lastError;

    private @Nullable String traceparent;

    Announcement() {}

    private Announcement(UUID id, Receiver receiver, UUID accountId, SecurityEvent event, String claims) {
        this.id = id;
        this.receiver = receiver.name();
        this.accountId = accountId;
        this.kind = event.kind().label();
        this.claims = claims;
        this.state = State.QUEUED;
    }

    /** @param claims what the token says, but for who says it and to whom; as JSON */
    static Announcement queue(
            UUID id, Receiver receiver, UUID accountId, SecurityEvent event, String claims, Instant now) {
        Announcement announcement = new Announcement(id, receiver, accountId, event, claims);
        announcement.queuedAt = now;
        announcement.nextTryAt = now;
        return announcement;
    }

    /** It is pushed as part of the trace of what it came of. */
    Announcement within(Optional<String> trace) {
        traceparent = trace.orElse(null);
        return this;
    }

    /** The receiver has taken it. */
    void sent(Instant now) {
        settle(State.SENT, now);
        lastError = null;
    }

    /** It is given up, and kept for a while to be sent again. */
    void die(String why, Instant now) {
        settle(State.DEAD, now);
        lastError = why;
    }

    void tryAgain(String why, Instant at) {
        lastError = why;
        nextTryAt = at;
    }

    private void settle(State end, Instant now) {
        if (state != State.QUEUED) {
            throw new IllegalStateException("An event settles once");
        }
        state = end;
        settledAt = now;
    }

    boolean isQueuedFor(Duration time, Instant now) {
        return !now.isBefore(queuedAt.plus(time));
    }

    boolean isSettled() {
        return state != State.QUEUED;
    }

    UUID id() {
        return id;
    }

    String receiver() {
        return receiver;
    }

    UUID accountId() {
        return accountId;
    }

    String kind() {
        return kind;
    }

    String claims() {
        return claims;
    }

    /** The trace that it belongs to, as the header {@code traceparent} says it. */
    @Nullable String traceparent() {
        return traceparent;
    }

    int tries() {
        return tries;
    }
}

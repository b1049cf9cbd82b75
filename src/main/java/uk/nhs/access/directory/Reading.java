package uk.nhs.access.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.OdsCode;

/** How far a directory has been read, and when that was last begun, on whichever replica. */
@Entity
@Table(name = "directory_reading")
class Reading {

    @Id
    private String organisation;

    private @Nullable String cursor;

    private Instant begunAt;

    private @Nullable Instant readUpTo;

    Reading() {}

    /**
     * A reading as it begins.
     *
     * @param cursor where to go on, or null for everybody
     * @param readUpTo what was changed before this has been read, or null if nothing has
     */
    record Begun(
            OdsCode organisation,
            @Nullable String cursor,
            @Nullable Instant readUpTo,
            Instant at) {}

    /** Whether the directory was read less than so long ago, or is being read. */
    boolean isBegunWithin(Duration time, Instant now) {
        return now.isBefore(begunAt.plus(time));
    }

    Begun begin(Instant now) {
        begunAt = now;
        return new Begun(new OdsCode(organisation), cursor, readUpTo, now);
    }

    /** All that was read is taken over. If another reading has begun meanwhile, that one goes on from where this one did. */
    void end(Begun begun, String next) {
        if (begunAt.equals(begun.at())) {
            cursor = next;
            readUpTo = begun.at();
        }
    }
}

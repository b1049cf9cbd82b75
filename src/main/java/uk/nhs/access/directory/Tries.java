package uk.nhs.access.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tries to carry a change: how many there were, whether one is under way, and when the next one is due. */
@Embeddable
class Tries {

    @Column(name = "tries")
    private int count;

    private Instant nextTryAt;

    private @Nullable Instant leasedUntil;

    private @Nullable String lastError;

    Tries() {}

    static Tries none(Instant first) {
        Tries none = new Tries();
        none.nextTryAt = first;
        return none;
    }

    /** It is due, as if it had just been asked for. */
    void due(Instant now) {
        nextTryAt = now;
    }

    /** The one that was under way has ended. */
    void release() {
        leasedUntil = null;
    }

    void again(String why, Instant at) {
        lastError = why;
        nextTryAt = at;
    }

    /** Whether one is under way, for all that is known. */
    boolean isUnderWay(Instant now) {
        return leasedUntil != null && now.isBefore(leasedUntil);
    }

    int count() {
        return count;
    }
}

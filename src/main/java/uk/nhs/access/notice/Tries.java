package uk.nhs.access.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tries to send a message: how many there were, since when, when the next one is due, and from when on none is of use. */
@Embeddable
class Tries {

    @Column(name = "tries")
    private int count;

    private @Nullable Instant firstTryAt;

    private Instant nextTryAt;

    private @Nullable Instant notAfter;

    private @Nullable String lastError;

    Tries() {}

    static Tries none(Instant first, @Nullable Instant notAfter) {
        Tries none = new Tries();
        none.nextTryAt = first;
        none.notAfter = notAfter;
        return none;
    }

    void again(String why, Instant at) {
        lastError = why;
        nextTryAt = at;
    }

    void giveUp(String why) {
        lastError = why;
    }

    /** Whether another one would come too late, and none is under way. */
    boolean areTooLate(Instant now) {
        return !now.isBefore(nextTryAt) && notAfter != null && !now.isBefore(notAfter);
    }

    boolean areOfUseForEver() {
        return notAfter == null;
    }

    /** Counted from the first one: the message may have waited long for a channel that was stopped. */
    boolean haveLasted(Duration time, Instant now) {
        return firstTryAt != null && !now.isBefore(firstTryAt.plus(time));
    }

    int count() {
        return count;
    }
}

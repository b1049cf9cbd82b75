package uk.nhs.access.event;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many events there are, and when the oldest was queued if there is one. */
record Standing(long count, @Nullable Instant oldest) {

    /** For how long the oldest has been there, in seconds; 0 where there is none. */
    double age(Instant now) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis() / 1000.0);
    }
}

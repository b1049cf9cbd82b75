package uk.nhs.access.event;

import java.time.Duration;
import java.time.Instant;

/**
 * What has piled up for one receiver.
 *
 * @param waiting events still to be pushed
 * @param oldestAge since when the oldest of them waits, in seconds; 0 where there is none
 * @param dead events that were given up and are still kept
 */
record Backlog(double waiting, double oldestAge, double dead) {

    /** What is known while the database does not answer. */
    static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN);

    static Backlog of(Standing waiting, Standing dead, Instant now) {
        Instant oldest = waiting.oldest();
        double age = oldest == null ? 0 : Duration.between(oldest, now).toMillis() / 1000.0;
        return new Backlog(waiting.count(), Math.max(0, age), dead.count());
    }
}

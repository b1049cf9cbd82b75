package uk.nhs.access.time;

import java.time.Duration;

/**
 * How long to wait after a try that failed.
 *
 * @param first after the first one; it doubles with each further one
 * @param most the longest
 */
public record Backoff(Duration first, Duration most) {

    private static final int MOST_DOUBLINGS = 20;

    /** @param tries how many have failed so far, at least one */
    public Duration after(int tries) {
        Duration wait = first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}

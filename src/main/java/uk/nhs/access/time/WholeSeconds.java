package uk.nhs.access.time;

import java.time.Duration;
import java.time.Instant;

/** Waits as people are told them: in whole seconds, and never shorter than they are. */
public final class WholeSeconds {

    private static final long ALMOST_ONE = 999_999_999;

    private WholeSeconds() {}

    /** Whoever waits that many seconds has waited for all of {@code wait}. */
    public static long of(Duration wait) {
        return wait.plusNanos(ALMOST_ONE).toSeconds();
    }

    /** The first whole second that is not before {@code end}. */
    public static Instant of(Instant end) {
        return Instant.EPOCH.plusSeconds(of(Duration.between(Instant.EPOCH, end)));
    }
}

package uk.nhs.access.unlock;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/**
 * Counts what unlocks were started with, as {@code access_unlock_details_total}: address and digits that fit an account, or
 * not. No answer tells which: that somebody guesses shows in these numbers alone.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class DetailsCount {

    private final MeterRegistry metrics;

    DetailsCount(MeterRegistry metrics) {
        this.metrics = metrics;
        counted(true, 0);
        counted(false, 0);
    }

    void count(Recognition whose) {
        counted(whose.isSomebody(), 1);
    }

    private void counted(boolean right, int more) {
        metrics.counter("access.unlock.details", "details", right ? "RIGHT" : "WRONG")
                .increment(more);
    }
}

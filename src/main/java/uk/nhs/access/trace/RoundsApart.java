package uk.nhs.access.trace;

import io.quarkus.scheduler.spi.JobInstrumenter;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** Keeps the rounds that look every so often for what has fallen due out of traces. What they find is one of its own. */
@Singleton
class RoundsApart implements JobInstrumenter {

    @Override
    public CompletionStage<Void> instrument(JobInstrumentationContext round) {
        return Trace.apart(round::executeJob);
    }
}

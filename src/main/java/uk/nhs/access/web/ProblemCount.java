package uk.nhs.access.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import uk.nhs.access.problem.Cid;

/** Counts what requests were refused for, as {@code access_problems_total}. */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class ProblemCount {

    private final MeterRegistry metrics;

    ProblemCount(MeterRegistry metrics) {
        this.metrics = metrics;
        Stream.of(Cid.values()).forEach(cid -> counted(cid, 0));
    }

    void answered(Cid cid) {
        counted(cid, 1);
    }

    private void counted(Cid cid, int more) {
        metrics.counter("access.problems", Tags.of("cid", cid.reference(), "problem", cid.name()))
                .increment(more);
    }
}

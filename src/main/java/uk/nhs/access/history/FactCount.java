package uk.nhs.access.history;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Counts what is added to histories by its kind, as {@code access_facts_total}: only what was committed. */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class FactCount {

    private static final String METRIC = "access.facts";

    private final MeterRegistry metrics;

    FactCount(MeterRegistry metrics) {
        this.metrics = metrics;
        Stream.of(HistoryEvent.class.getPermittedSubclasses())
                .forEach(event -> metrics.counter(METRIC, "event", event.getSimpleName()));
    }

    void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) Recorded fact) {
        metrics.counter(METRIC, "event", fact.event().getClass().getSimpleName())
                .increment();
    }
}

package uk.nhs.access.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import uk.nhs.access.notice.Receipt;
import uk.nhs.access.notice.Receipts.Effect;

/** Counts receipts by what they led to, as {@code access_receipts_total}. */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class ReceiptCount {

    /** What a receipt led to: it was news of a text, or it was none. */
    enum Outcome {
        IN_TRANSIT,
        DELIVERED,
        UNDELIVERED,
        NO_NEWS,
        PARKED,
        NOT_UNDERSTOOD
    }

    private final MeterRegistry metrics;

    ReceiptCount(MeterRegistry metrics) {
        this.metrics = metrics;
        Stream.of(Outcome.values()).forEach(outcome -> counted(outcome, 0));
    }

    void taken(Effect effect, Receipt said) {
        counted(
                switch (effect) {
                    case NEWS -> Outcome.valueOf(said.name());
                    case NO_NEWS -> Outcome.NO_NEWS;
                    case TOO_EARLY -> Outcome.PARKED;
                },
                1);
    }

    void notUnderstood() {
        counted(Outcome.NOT_UNDERSTOOD, 1);
    }

    private void counted(Outcome outcome, int more) {
        metrics.counter("access.receipts", "outcome", outcome.name()).increment(more);
    }
}

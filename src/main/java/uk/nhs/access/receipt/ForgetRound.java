package uk.nhs.access.receipt;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Removes, every so often on every replica, parked receipts whose texts never turned up. */
@Singleton
class ForgetRound {

    private static final int BATCH = 1_000;

    private final DeliveryReceiptService receipts;

    ForgetRound(DeliveryReceiptService receipts) {
        this.receipts = receipts;
    }

    @Scheduled(every = "${receipt.forget-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int forgotten;
        do {
            forgotten = receipts.forget(BATCH);
        } while (forgotten == BATCH);
    }
}

package uk.nhs.access.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Removes, every so often on every replica, the answers whose time is over. */
@Singleton
class ForgetRound {

    private static final int BATCH = 1_000;

    private final OnceOnly onceOnly;

    ForgetRound(OnceOnly onceOnly) {
        this.onceOnly = onceOnly;
    }

    @Scheduled(every = "${idempotency.forget-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        int forgotten;
        do {
            forgotten = onceOnly.forget(BATCH);
        } while (forgotten == BATCH);
    }
}

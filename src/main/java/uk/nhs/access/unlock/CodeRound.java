package uk.nhs.access.unlock;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import uk.nhs.access.time.DueWork;

/** Looks, every so often on every replica, for codes that somebody wants. */
@Singleton
class CodeRound {

    private final Unlocks unlocks;
    private final UnlockCodes codes;
    private final DueWork work;

    CodeRound(Unlocks unlocks, UnlockCodes codes, DueWork work) {
        this.unlocks = unlocks;
        this.codes = codes;
        this.work = work;
    }

    @Scheduled(every = "${unlock.codes-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        work.each("codes of unlocks", unlocks::wantingCode, codes::send);
    }
}

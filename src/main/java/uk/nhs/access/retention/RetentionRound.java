package uk.nhs.access.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import uk.nhs.access.time.DueWork;

/** Removes what is old, every so often on every replica, batch by batch. */
@Singleton
class RetentionRound {

    private final Retention retention;
    private final RetentionSettings settings;
    private final DueWork work;

    RetentionRound(Retention retention, RetentionSettings settings, DueWork work) {
        this.retention = retention;
        this.settings = settings;
        this.work = work;
    }

    @Scheduled(every = "${retention.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remove() {
        for (OldRows old : OldRows.values()) {
            work.whileMore(old.name(), () -> retention.remove(old) == settings.batch());
        }
    }
}

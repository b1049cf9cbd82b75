package uk.nhs.access.phonechange;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import uk.nhs.access.time.DueWork;

/** Looks, every so often on every replica, for changes that have fallen due. */
@Singleton
class DueRound {

    private final PhoneChanges changes;
    private final DueChanges dueChanges;
    private final DueWork work;

    DueRound(PhoneChanges changes, DueChanges dueChanges, DueWork work) {
        this.changes = changes;
        this.dueChanges = dueChanges;
        this.work = work;
    }

    @Scheduled(every = "${phone-change.due-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryOut() {
        work.each("phone changes", changes::due, dueChanges::fallDue);
    }
}

package uk.nhs.access.phonechange;

import static uk.nhs.access.alarm.Alarm.DUE_WORK_FAILED;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import uk.nhs.access.alarm.Alarms;

/** Looks, every so often on every replica, for changes that have fallen due. */
@Singleton
class DueRound {

    private static final Logger LOG = Logger.getLogger(DueRound.class);

    private final PhoneChanges changes;
    private final DueChanges dueChanges;
    private final Alarms alarms;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean ending;

    DueRound(PhoneChanges changes, DueChanges dueChanges, Alarms alarms) {
        this.changes = changes;
        this.dueChanges = dueChanges;
        this.alarms = alarms;
    }

    /** In an order of its own, so that replicas seldom wait for each other. */
    @Scheduled(every = "${phone-change.due-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryOut() {
        List<UUID> due = new ArrayList<>(changes.due());
        Collections.shuffle(due);
        due.forEach(this::carryOut);
    }

    /** One failure does not stop the others. */
    private void carryOut(UUID id) {
        oneAtATime.lock();
        try {
            if (!ending) {
                dueChanges.fallDue(id);
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The change %s is due, but could not be carried out", id);
            alarms.raise(DUE_WORK_FAILED, id);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Lets the change at hand finish before the service does; the others stay due. */
    void end(@Observes ShutdownEvent shutdown) {
        ending = true;
        oneAtATime.lock();
        oneAtATime.unlock();
    }
}

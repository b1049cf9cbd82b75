package uk.nhs.access.retention;

import static uk.nhs.access.alarm.Alarm.DUE_WORK_FAILED;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import uk.nhs.access.alarm.Alarms;

/** Removes what is old, every so often on every replica. */
@Singleton
class RetentionRound {

    private static final Logger LOG = Logger.getLogger(RetentionRound.class);

    private final Retention retention;
    private final RetentionSettings settings;
    private final Alarms alarms;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean ending;

    RetentionRound(Retention retention, RetentionSettings settings, Alarms alarms) {
        this.retention = retention;
        this.settings = settings;
        this.alarms = alarms;
    }

    @Scheduled(every = "${retention.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remove() {
        for (OldRows old : OldRows.values()) {
            remove(old);
        }
    }

    /** One failure does not stop the others. */
    private void remove(OldRows old) {
        try {
            int removed;
            do {
                removed = removeBatch(old);
            } while (removed == settings.batch());
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "What is old of %s could not be removed", old);
            alarms.raise(DUE_WORK_FAILED, old);
        }
    }

    private int removeBatch(OldRows old) {
        oneAtATime.lock();
        try {
            return ending ? 0 : retention.remove(old);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Lets the batch at hand finish before the service does; the others wait for the next start. */
    void end(@Observes ShutdownEvent shutdown) {
        ending = true;
        oneAtATime.lock();
        oneAtATime.unlock();
    }
}

package uk.nhs.access.passwordchange;

import static uk.nhs.access.alarm.Alarm.DUE_WORK_FAILED;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import uk.nhs.access.alarm.Alarms;

/** Looks, every so often on every replica, for people who are to be reminded. */
@Singleton
class ReminderRound {

    private static final Logger LOG = Logger.getLogger(ReminderRound.class);

    private final Reminders reminders;
    private final Alarms alarms;
    private volatile boolean ending;

    ReminderRound(Reminders reminders, Alarms alarms) {
        this.reminders = reminders;
        this.alarms = alarms;
    }

    /** In an order of its own, so that replicas seldom wait for each other. */
    @Scheduled(every = "${password-change.remind-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        try {
            List<UUID> due = new ArrayList<>(reminders.due());
            Collections.shuffle(due);
            due.forEach(this::remind);
        } catch (RuntimeException failed) {
            LOG.error("Who is to be reminded could not be found out", failed);
            alarms.raise(DUE_WORK_FAILED, "password reminders");
        }
    }

    /** One failure does not stop the others. What is not done when the service ends stays due. */
    private void remind(UUID account) {
        try {
            if (!ending) {
                reminders.remind(account);
            }
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The owner of account %s is to be reminded, but could not be", account);
            alarms.raise(DUE_WORK_FAILED, account);
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        ending = true;
    }
}

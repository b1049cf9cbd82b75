package uk.nhs.access.passwordchange;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import uk.nhs.access.time.DueWork;

/** Looks, every so often on every replica, for people who are to be reminded. */
@Singleton
class ReminderRound {

    private final Reminders reminders;
    private final DueWork work;

    ReminderRound(Reminders reminders, DueWork work) {
        this.reminders = reminders;
        this.work = work;
    }

    @Scheduled(every = "${password-change.remind-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        work.each("password reminders", reminders::due, reminders::remind);
    }
}

package uk.nhs.access.directory;

import static uk.nhs.access.alarm.Alarm.DIRECTORY_FAILED;

import jakarta.inject.Singleton;
import java.time.Instant;
import uk.nhs.access.account.Account;
import uk.nhs.access.alarm.Alarms;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.notice.Notice.PasswordNotCarriedMail;
import uk.nhs.access.notice.Outbox;

/** What a change leaves behind that was carried, or never will be: a line of history, an alarm, and word to the owner. */
@Singleton
class CarryTrail {

    private final History history;
    private final Outbox outbox;
    private final Alarms alarms;

    CarryTrail(History history, Outbox outbox, Alarms alarms) {
        this.history = history;
        this.outbox = outbox;
        this.alarms = alarms;
    }

    void carried(CarriedChange change, Instant now) {
        history.record(
                change.accountId(),
                Actor.SERVICE_ITSELF,
                new HistoryEvent.CarriedToDirectory(
                        change.errand().name(), change.organisation().value()),
                now);
    }

    /** Nobody is woken where the owner alone can help, nor told of a temporary password that ended in any case. */
    void failed(Account account, CarriedChange change, Instant now) {
        FailedBecause reason = change.reason();
        history.record(
                change.accountId(),
                Actor.SERVICE_ITSELF,
                new HistoryEvent.NotCarriedToDirectory(
                        change.errand().name(), change.organisation().value(), reason.name()),
                now);
        boolean byPolicy = reason == FailedBecause.PASSWORD_POLICY;
        boolean isPassword = change.errand() == Errand.PASSWORD;
        if (reason == FailedBecause.TEMPORARY_OVER) {
            return;
        }
        if (isPassword) {
            account.emails()
                    .forEach(address -> outbox.queue(
                            account.id(),
                            change.id(),
                            new PasswordNotCarriedMail(address, change.askedAt(), byPolicy),
                            change.language(),
                            now));
        }
        if (!(isPassword && byPolicy)) {
            alarms.raise(DIRECTORY_FAILED, change.id());
        }
    }
}

package uk.nhs.access.unlock;

import jakarta.enterprise.event.Observes;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.directory.SameSignOn;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.notice.Settled;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.problem.UseCase;

/** What becomes of a temporary password once the gateway accepted its text, or never will. */
@UseCase
class TemporaryPasswordArrivals {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Outbox outbox;
    private final History history;
    private final SameSignOn sameSignOn;

    TemporaryPasswordArrivals(
            Accounts accounts, Passwords passwords, Outbox outbox, History history, SameSignOn sameSignOn) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.outbox = outbox;
        this.history = history;
        this.sameSignOn = sameSignOn;
    }

    /** Only now does it take the place of the present password. If it never arrives, everything stays as it was. */
    void settled(@Observes Settled notice) {
        Account account = accounts.findById(notice.account());
        boolean arrived = outbox.progress(notice.about()).sent() > 0;
        boolean awaited = arrived
                ? passwords.activate(account, notice.about(), notice.now())
                : passwords.voidPending(account, notice.about());
        if (arrived && awaited) {
            sameSignOn.temporaryArrived(notice.about(), notice.now());
        } else {
            sameSignOn.temporaryLost(notice.about(), notice.now());
        }
        if (awaited) {
            history.record(
                    account.id(),
                    Actor.SERVICE_ITSELF,
                    arrived ? new HistoryEvent.TemporaryPasswordSent() : new HistoryEvent.TemporaryPasswordNotSent(),
                    notice.now());
        }
    }
}

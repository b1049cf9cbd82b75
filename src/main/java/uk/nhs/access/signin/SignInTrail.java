package uk.nhs.access.signin;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.history.HistoryEvent.AccountLocked;
import uk.nhs.access.history.HistoryEvent.TemporaryPasswordUsed;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.AccountLockedMail;
import uk.nhs.access.notice.Notice.AccountLockedText;
import uk.nhs.access.notice.Outbox;

/**
 * What is left behind when an account is locked, or a temporary password used. A wrong password leaves its count alone:
 * guessers do not fill anybody's history.
 */
@Singleton
class SignInTrail {

    private final History history;
    private final Outbox outbox;
    private final Callers callers;
    private final SignInSettings settings;

    SignInTrail(History history, Outbox outbox, Callers callers, SignInSettings settings) {
        this.history = history;
        this.outbox = outbox;
        this.callers = callers;
        this.settings = settings;
    }

    /** Everybody who could be the owner is told, once for each lock. */
    void locked(Account account, Instant now) {
        record(account, new AccountLocked(LockedBecause.FAILED_SIGN_INS.name()), now);
        UUID about = UUID.randomUUID();
        account.emails()
                .forEach(
                        address -> tell(account, about, new AccountLockedMail(address, settings.failures(), now), now));
        account.mobile()
                .ifPresent(mobile -> tell(account, about, new AccountLockedText(mobile, settings.failures()), now));
    }

    void temporaryUsed(Account account, Instant now) {
        record(account, new TemporaryPasswordUsed(), now);
    }

    private void record(Account account, HistoryEvent event, Instant now) {
        history.record(account.id(), callers.current().asService(), event, now);
    }

    private void tell(Account account, UUID about, Notice notice, Instant now) {
        outbox.queue(account.id(), about, notice, callers.language(), now);
    }
}

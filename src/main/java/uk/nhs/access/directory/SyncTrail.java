package uk.nhs.access.directory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.LockedInDirectoryMail;
import uk.nhs.access.notice.Notice.PasswordChangedMail;
import uk.nhs.access.notice.Notice.PasswordChangedText;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.password.Expiries;

/** What is left behind when something is taken over from a directory. Nobody asked for it here, so it is told in English. */
@Singleton
class SyncTrail {

    private final History history;
    private final Outbox outbox;

    SyncTrail(History history, Outbox outbox) {
        this.history = history;
        this.outbox = outbox;
    }

    /** Everybody who could be the owner is told; reminders of the password before are taken back. */
    void passwordChanged(Account account, OdsCode organisation, Instant setAt, Instant now) {
        record(account, new HistoryEvent.PasswordChangedInDirectory(organisation.value(), setAt), now);
        outbox.withdraw(Expiries.reminders(account.id()), now);
        UUID about = UUID.randomUUID();
        account.emails().forEach(address -> tell(account, about, new PasswordChangedMail(address, setAt), now));
        account.mobile().ifPresent(mobile -> tell(account, about, new PasswordChangedText(mobile), now));
    }

    void locked(Account account, OdsCode organisation, Instant since, Instant now) {
        record(account, new HistoryEvent.LockedInDirectory(organisation.value(), since), now);
        UUID about = UUID.randomUUID();
        account.emails().forEach(address -> tell(account, about, new LockedInDirectoryMail(address, now), now));
    }

    void unlocked(Account account, OdsCode organisation, Instant now) {
        record(account, new HistoryEvent.UnlockedInDirectory(organisation.value()), now);
    }

    private void record(Account account, HistoryEvent event, Instant now) {
        history.record(account.id(), Actor.SERVICE_ITSELF, event, now);
    }

    private void tell(Account account, UUID about, Notice notice, Instant now) {
        outbox.queue(account.id(), about, notice, Language.ENGLISH, now);
    }
}

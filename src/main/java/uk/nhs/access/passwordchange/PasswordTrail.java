package uk.nhs.access.passwordchange;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice.PasswordChangedMail;
import uk.nhs.access.notice.Notice.PasswordChangedText;
import uk.nhs.access.notice.Notice.PasswordExpiringMail;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.password.Expiries;

/** What is left behind when a password is changed, guessed at or about to expire: a line of history, and what is told. */
@Singleton
class PasswordTrail {

    private final History history;
    private final Outbox outbox;

    PasswordTrail(History history, Outbox outbox) {
        this.history = history;
        this.outbox = outbox;
    }

    /** Everybody who could have been the owner is told; reminders of the password before are taken back. */
    void changed(Account account, Actor actor, Language language, Instant now) {
        history.record(account.id(), actor, new HistoryEvent.PasswordChanged(), now);
        outbox.withdraw(Expiries.reminders(account.id()), now);
        UUID about = UUID.randomUUID();
        account.emails()
                .forEach(address ->
                        outbox.queue(account.id(), about, new PasswordChangedMail(address, now), language, now));
        account.mobile()
                .ifPresent(mobile -> outbox.queue(account.id(), about, new PasswordChangedText(mobile), language, now));
    }

    void refused(Account account, Actor actor, Instant now) {
        history.record(account.id(), actor, new HistoryEvent.PasswordChangeRefused(), now);
    }

    void reminded(Account account, Instant expiresAt, int days, Language language, Instant now) {
        history.record(account.id(), Actor.SERVICE_ITSELF, new HistoryEvent.PasswordReminded(days), now);
        account.emails()
                .forEach(address -> outbox.queue(
                        account.id(),
                        Expiries.reminders(account.id()),
                        new PasswordExpiringMail(address, expiresAt),
                        language,
                        now));
    }
}

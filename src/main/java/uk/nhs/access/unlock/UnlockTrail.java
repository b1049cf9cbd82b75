package uk.nhs.access.unlock;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.AccountUnlocked;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.AccountUnlockedMail;
import uk.nhs.access.notice.Notice.AccountUnlockedText;
import uk.nhs.access.notice.Notice.TemporaryPasswordMail;
import uk.nhs.access.notice.Notice.TemporaryPasswordText;
import uk.nhs.access.notice.Notice.UnlockCodeText;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.password.SentTemporary;

/** What each step of an unlock leaves behind: a line of history, and word to everybody who could have been the owner. */
@Singleton
class UnlockTrail {

    /** What was right or wrong. */
    static final String ANSWERS = "ANSWERS";

    static final String CODE = "CODE";

    private final History history;
    private final Outbox outbox;
    private final Event<AccountUnlocked> unlocked;

    UnlockTrail(History history, Outbox outbox, Event<AccountUnlocked> unlocked) {
        this.history = history;
        this.outbox = outbox;
        this.unlocked = unlocked;
    }

    void refused(Unlock unlock, String what, Actor actor, Instant now) {
        history.recordIfKnown(unlock.subject(), actor, new HistoryEvent.UnlockRefused(unlock.id(), what), now);
    }

    void proved(Unlock unlock, String what, Actor actor, Instant now) {
        history.record(unlock.subject(), actor, new HistoryEvent.UnlockProved(unlock.id(), what), now);
    }

    void codeSent(Held held, IssuedCode code, CodeBinding binding, Language language) {
        UnlockCodeText text =
                new UnlockCodeText(new MobileNumber(binding.destination()), code.code(), code.expiresAt());
        history.record(
                held.unlock().subject(),
                Actor.SERVICE_ITSELF,
                new HistoryEvent.UnlockCodeSent(held.unlock().id()),
                held.now());
        outbox.queue(held.unlock().subject(), code.id(), text, language, held.now());
    }

    /** Nobody is told where nothing was changed. */
    void kept(Held held, Account account, boolean lifted, Actor actor, Language language) {
        completed(held, account, UnlockChoice.KEEP_PASSWORD, lifted, actor);
        if (lifted) {
            account.emails().forEach(address -> tell(held, new AccountUnlockedMail(address, held.now()), language));
            account.mobile().ifPresent(mobile -> tell(held, new AccountUnlockedText(mobile), language));
        }
    }

    /** The text with the password says it all to the phone. */
    void reset(Held held, Account account, boolean lifted, SentTemporary sent, Actor actor, Language language) {
        completed(held, account, UnlockChoice.RESET_PASSWORD, lifted, actor);
        account.emails().forEach(address -> tell(held, new TemporaryPasswordMail(address, held.now()), language));
        account.mobile()
                .ifPresent(mobile -> outbox.queueAwaited(
                        account.id(),
                        sent.id(),
                        new TemporaryPasswordText(mobile, sent.password(), sent.goodUntil()),
                        language,
                        held.now()));
    }

    private void completed(Held held, Account account, UnlockChoice choice, boolean lifted, Actor actor) {
        HistoryEvent event = new HistoryEvent.UnlockCompleted(held.unlock().id(), choice.name(), lifted);
        history.record(account.id(), actor, event, held.now());
        if (lifted) {
            unlocked.fire(new AccountUnlocked(account.id(), held.now()));
        }
    }

    private void tell(Held held, Notice notice, Language language) {
        outbox.queue(held.unlock().subject(), held.unlock().id(), notice, language, held.now());
    }
}

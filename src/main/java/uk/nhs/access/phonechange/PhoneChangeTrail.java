package uk.nhs.access.phonechange;

import static uk.nhs.access.alarm.Alarm.CHANGES_CANCELLED_OFTEN;
import static uk.nhs.access.alarm.Alarm.NOTICE_NEVER_ACCEPTED;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.alarm.Alarms;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.code.VerificationCodes;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.notice.DeliveryStatus;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.PhoneChangeAppliedMail;
import uk.nhs.access.notice.Notice.PhoneChangeAppliedText;
import uk.nhs.access.notice.Notice.PhoneChangeCancelledMail;
import uk.nhs.access.notice.Notice.PhoneChangeCancelledText;
import uk.nhs.access.notice.Notice.PhoneChangeCodeText;
import uk.nhs.access.notice.Notice.PhoneChangeHeldMail;
import uk.nhs.access.notice.Notice.PhoneChangeHeldText;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.problem.Problem;

/** What each step of a phone change leaves behind: a line of history, and what people are told. */
@Singleton
class PhoneChangeTrail {

    private final History history;
    private final Outbox outbox;
    private final PhoneChanges changes;
    private final VerificationCodes codes;
    private final Alarms alarms;
    private final PhoneChangeSettings settings;

    PhoneChangeTrail(
            History history,
            Outbox outbox,
            PhoneChanges changes,
            VerificationCodes codes,
            Alarms alarms,
            PhoneChangeSettings settings) {
        this.history = history;
        this.outbox = outbox;
        this.changes = changes;
        this.codes = codes;
        this.alarms = alarms;
        this.settings = settings;
    }

    /** Says how far the text with the code has come. */
    DeliveryStatus asked(PhoneChange change, IssuedCode code, Actor actor, Instant now) {
        record(
                change,
                actor,
                new HistoryEvent.PhoneChangeAsked(
                        change.id(),
                        change.newNumberMasked(),
                        change.currentNumberMasked().orElse(null),
                        change.origin().name()),
                now);
        return tell(change, new PhoneChangeCodeText(change.newNumber(), code.code(), code.expiresAt()), now);
    }

    DeliveryStatus resent(PhoneChange change, IssuedCode code, Actor actor, Instant now) {
        record(change, actor, new HistoryEvent.PhoneChangeCodeResent(change.id()), now);
        return tell(change, new PhoneChangeCodeText(change.newNumber(), code.code(), code.expiresAt()), now);
    }

    /** How far the text with the code has come; until the code is entered there is no other about the change. */
    DeliveryStatus codeDelivery(PhoneChange change) {
        return outbox.latest(change.id()).orElseThrow().delivery();
    }

    /** The link goes to every address of the account, so that taking over one mailbox is not enough. */
    void confirmed(PhoneChange change, Account account, SecretToken cancelToken, Actor actor, Instant now) {
        record(change, actor, new HistoryEvent.PhoneChangeConfirmed(change.id()), now);
        URI link = URI.create(settings.cancelPage() + "#token=" + cancelToken.value());
        account.emails()
                .forEach(address -> outbox.queueAwaited(
                        account.id(),
                        change.id(),
                        new PhoneChangeHeldMail(
                                address, change.newNumber(), link, settings.hold(), change.isByRecovery()),
                        change.language(),
                        now));
        account.mobile()
                .ifPresent(old -> tell(
                        change,
                        new PhoneChangeHeldText(old, change.newNumber(), settings.hold(), change.isByRecovery()),
                        now));
    }

    /** How long it can take until nobody was told after all. */
    Duration noticesGivenUpAfter() {
        return outbox.givesUpAfter();
    }

    void held(PhoneChange change, Instant now) {
        Instant appliesAt = change.progress().appliesAt().orElseThrow();
        record(change, Actor.SERVICE_ITSELF, new HistoryEvent.PhoneChangeHeld(change.id(), appliesAt), now);
    }

    void applied(PhoneChange change, Account account, Instant now) {
        MobileNumber number = change.newNumber();
        endAndRecord(
                change, Actor.SERVICE_ITSELF, new HistoryEvent.PhoneChangeApplied(change.id(), number.masked()), now);
        account.emails().forEach(address -> tell(change, new PhoneChangeAppliedMail(address, number, now), now));
        change.currentNumber().ifPresent(old -> tell(change, new PhoneChangeAppliedText(old, number), now));
        tell(change, new PhoneChangeAppliedText(number, number), now);
    }

    /** Only the owner's own number and addresses hear of it; the new number may be a stranger's. */
    void cancelled(PhoneChange change, Account account, Actor actor, Instant now) {
        endAndRecord(change, actor, new HistoryEvent.PhoneChangeCancelled(change.id()), now);
        account.emails()
                .forEach(address -> tell(change, new PhoneChangeCancelledMail(address, change.newNumber(), now), now));
        account.mobile().ifPresent(number -> tell(change, new PhoneChangeCancelledText(number), now));
        if (changes.cancelledOften(account, now)) {
            alarms.raise(CHANGES_CANCELLED_OFTEN, account.id());
        }
    }

    /** Whoever objects too late, or twice, can show that they did. */
    void cancelRefused(PhoneChange change, Actor actor, Problem refusal, Instant now) {
        history.recordOnce(
                change.accountId(),
                actor,
                new HistoryEvent.CancelLinkRefused(change.id(), refusal.cid().reference()),
                now);
    }

    void superseded(PhoneChange change, @Nullable UUID by, Actor actor, Instant now) {
        endAndRecord(change, actor, new HistoryEvent.PhoneChangeSuperseded(change.id(), by), now);
    }

    void expired(PhoneChange change, PhoneChangeState from, Instant now) {
        endAndRecord(change, Actor.SERVICE_ITSELF, new HistoryEvent.PhoneChangeExpired(change.id(), from.name()), now);
        if (from == PhoneChangeState.AWAITING_NOTICE) {
            alarms.raise(NOTICE_NEVER_ACCEPTED, change.id());
        }
    }

    /** Nothing goes out any more that tells of the change as if it went on, and its code is wiped. */
    private void endAndRecord(PhoneChange change, Actor actor, HistoryEvent event, Instant now) {
        outbox.withdraw(change.id(), now);
        codes.withdraw(change.codeId(), now);
        record(change, actor, event, now);
    }

    private void record(PhoneChange change, Actor actor, HistoryEvent event, Instant now) {
        history.record(change.accountId(), actor, event, now);
    }

    private DeliveryStatus tell(PhoneChange change, Notice notice, Instant now) {
        return outbox.queue(change.accountId(), change.id(), notice, change.language(), now)
                .delivery();
    }
}

package uk.nhs.access.phonechange;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.AnyNumber;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.ForeignNumber;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.notice.Notice.ForeignNumberMail;
import uk.nhs.access.notice.Notice.ForeignNumberText;
import uk.nhs.access.notice.Notice.NumberSetMail;
import uk.nhs.access.notice.Notice.NumberSetText;
import uk.nhs.access.notice.Outbox;

/**
 * Numbers that are set by somebody who looks after the account, at once: without a code, and without a hold.
 *
 * <p>A change that its owner waits for is carried out if it is due, and superseded if it is not.
 */
@Singleton
public class DirectChanges {

    private final DueChanges dueChanges;
    private final PhoneChanges changes;
    private final PhoneChangeTrail trail;
    private final FormerNumber former;
    private final History history;
    private final Outbox outbox;

    DirectChanges(
            DueChanges dueChanges,
            PhoneChanges changes,
            PhoneChangeTrail trail,
            FormerNumber former,
            History history,
            Outbox outbox) {
        this.dueChanges = dueChanges;
        this.changes = changes;
        this.trail = trail;
        this.former = former;
        this.history = history;
        this.outbox = outbox;
    }

    /**
     * Sets the number of an account that the caller has locked, and tells everybody who is reached at it so far.
     *
     * <p>An administrator who sets the number that is there has asked the owner: a change to another one that still waits
     * is none of the owner's. A service only repeats what it knows.
     *
     * @return whether the account has another number now
     */
    public boolean set(Account account, AnyNumber number, By by, @Nullable String reason, Instant now) {
        dueChanges.carryOutFirst(account, now);
        return setNow(account, number, by, reason, now);
    }

    /**
     * Sets the number of an account unless that has another one of the UK, once what was due is carried out: what its owner
     * may have proved is worth more than what stands in a file, and perhaps for long.
     */
    public Outcome setUnlessUk(Account account, AnyNumber number, By by, Instant now) {
        dueChanges.carryOutFirst(account, now);
        if (account.mobile().filter(kept -> !kept.equals(number)).isPresent()) {
            return Outcome.KEPT;
        }
        return setNow(account, number, by, null, now) ? Outcome.SET : Outcome.UNCHANGED;
    }

    private boolean setNow(Account account, AnyNumber number, By by, @Nullable String reason, Instant now) {
        Optional<AnyNumber> present = account.number();
        boolean other = present.filter(number::equals).isEmpty();
        if (other || by.isAdministrator()) {
            supersedeWaiting(account, by, now);
            String was = present.map(AnyNumber::masked).orElse(null);
            record(account, new HistoryEvent.NumberSet(was, number.masked(), reason), by, now);
        }
        if (other) {
            replace(account, number, by, now);
        }
        return other;
    }

    private void supersedeWaiting(Account account, By by, Instant now) {
        changes.waiting(account).ifPresent(waiting -> {
            waiting.progress().supersede(now);
            trail.superseded(waiting, null, by.actor(), now);
        });
    }

    private void replace(Account account, AnyNumber number, By by, Instant now) {
        if (number instanceof MobileNumber mobile) {
            use(account, mobile, by, now);
        } else {
            keep(account, (ForeignNumber) number, by, now);
        }
        former.leave(account, now);
    }

    private void use(Account account, MobileNumber number, By by, Instant now) {
        Stream.concat(account.mobile().stream(), Stream.of(number))
                .forEach(phone -> tell(account, new NumberSetText(phone, number), by, now));
        account.emails().forEach(address -> tell(account, new NumberSetMail(address, number, now), by, now));
        if (account.changeMobileForOwner(number, now)) {
            record(account, new HistoryEvent.AccountEnabled(DisabledBecause.NON_UK_NUMBER.name()), by, now);
        }
    }

    private void keep(Account account, ForeignNumber number, By by, Instant now) {
        account.mobile().ifPresent(old -> tell(account, new ForeignNumberText(old), by, now));
        account.emails().forEach(address -> tell(account, new ForeignNumberMail(address, now), by, now));
        if (account.keepForeign(number)) {
            record(account, new HistoryEvent.AccountDisabled(DisabledBecause.NON_UK_NUMBER.name(), null), by, now);
        }
    }

    private void record(Account account, HistoryEvent event, By by, Instant now) {
        history.record(account.id(), by.actor(), event, now);
    }

    private void tell(Account account, Notice notice, By by, Instant now) {
        outbox.queue(account.id(), account.id(), notice, by.language(), now);
    }

    /** What became of a number that was to be set. */
    public enum Outcome {
        SET,
        UNCHANGED,
        KEPT
    }

    /** Who sets a number, and in which language people are told. */
    public record By(Actor actor, Language language) {

        boolean isAdministrator() {
            return actor.kind() == Actor.Kind.ADMINISTRATOR;
        }
    }
}

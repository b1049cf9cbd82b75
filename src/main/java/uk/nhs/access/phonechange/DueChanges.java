package uk.nhs.access.phonechange;

import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.notice.Settled;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What happens to a change without anybody asking: its hold starts, ends, or its wait is over. */
@UseCase
class DueChanges {

    private final PhoneChanges changes;
    private final Accounts accounts;
    private final Outbox outbox;
    private final PhoneChangeTrail trail;
    private final FormerNumber former;
    private final PhoneChangeSettings settings;

    DueChanges(
            PhoneChanges changes,
            Accounts accounts,
            Outbox outbox,
            PhoneChangeTrail trail,
            FormerNumber former,
            PhoneChangeSettings settings) {
        this.changes = changes;
        this.accounts = accounts;
        this.outbox = outbox;
        this.trail = trail;
        this.former = former;
        this.settings = settings;
    }

    /**
     * Starts the hold once each e-mail with the link was accepted, or given up while another was accepted.
     *
     * <p>So each address has the whole hold to object in, and a dead mailbox does not stop the change for ever.
     */
    void settled(@Observes Settled notice) {
        changes.findByIdOptional(notice.about())
                .filter(change -> change.progress().state() == PhoneChangeState.AWAITING_NOTICE)
                .filter(change -> everybodyTold(outbox.progress(change.id())))
                .ifPresent(change -> hold(change, notice.now()));
    }

    /** Carries out what is due. Whoever was faster leaves nothing to do. */
    void fallDue(UUID id) {
        PhoneChange change = changes.findById(id);
        Locked<Account> locked = accounts.lock(change.accountId());
        changes.getEntityManager().refresh(change);
        carryOut(change, locked.row(), locked.now());
    }

    /**
     * A change whose time has come is carried out, however late we are, before a new one can take its place.
     *
     * @return the change that still waits, if there is one
     */
    Optional<PhoneChange> carryOutFirst(Account account, Instant now) {
        Optional<PhoneChange> waiting = changes.waiting(account);
        waiting.ifPresent(change -> carryOut(change, account, now));
        return waiting.filter(change -> change.progress().isWaiting());
    }

    private void carryOut(PhoneChange change, Account account, Instant now) {
        if (!change.progress().isDue(now)) {
            return;
        }
        switch (change.progress().state()) {
            case HELD -> apply(change, account, now);
            case AWAITING_NOTICE -> holdOrExpire(change, now);
            default -> expire(change, now);
        }
        changes.flush();
    }

    private static boolean everybodyTold(Outbox.Progress notices) {
        return notices.waiting() == 0 && notices.sent() > 0;
    }

    private void hold(PhoneChange change, Instant now) {
        change.progress().hold(now, settings.hold());
        trail.held(change, now);
    }

    private void apply(PhoneChange change, Account account, Instant now) {
        change.applyTo(account, now);
        trail.applied(change, account, now);
        former.leave(account, now);
    }

    /** At the end of the wait it is enough that one address was told. */
    private void holdOrExpire(PhoneChange change, Instant now) {
        if (outbox.progress(change.id()).sent() > 0) {
            hold(change, now);
        } else {
            expire(change, now);
        }
    }

    private void expire(PhoneChange change, Instant now) {
        PhoneChangeState from = change.progress().state();
        change.progress().expire(now);
        trail.expired(change, from, now);
    }
}

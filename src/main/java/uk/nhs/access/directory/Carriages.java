package uk.nhs.access.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Backoff;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** What is written down before and after a change is carried to a directory. */
@UseCase
class Carriages {

    /** What each other's place can be taken by. */
    static final Set<Errand> PASSWORDS = EnumSet.of(Errand.PASSWORD, Errand.REVOCATION);

    private static final int JITTER = 1_000;

    private final CarriedChanges changes;
    private final Standings standings;
    private final Accounts accounts;
    private final CarrySettings settings;
    private final Backoff backoff;
    private final CarryTrail trail;
    private final DatabaseClock clock;

    Carriages(
            CarriedChanges changes,
            Standings standings,
            Accounts accounts,
            CarrySettings settings,
            CarryTrail trail,
            DatabaseClock clock) {
        this.changes = changes;
        this.standings = standings;
        this.accounts = accounts;
        this.settings = settings;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost());
        this.trail = trail;
        this.clock = clock;
    }

    /** The organisations whose directories something is due for. */
    List<OdsCode> due() {
        return changes.due();
    }

    /** Those whose time is over. */
    List<UUID> over() {
        return changes.over();
    }

    /** The next try for a directory, if one is due. What was asked for before its owner left the organisation is none. */
    Optional<Carriage> take(OdsCode organisation) {
        Optional<CarriedChange> taken = changes.take(organisation, settings.lease());
        while (taken.filter(this::hasLeft).isPresent()) {
            taken.get().supersede(clock.now());
            taken = changes.take(organisation, settings.lease());
        }
        return taken.map(change -> Carriage.of(
                change, accounts.findById(change.accountId()).emails().get(0)));
    }

    private boolean hasLeft(CarriedChange change) {
        Account account = accounts.findById(change.accountId());
        return change.errand() != Errand.REVOCATION
                && !change.organisation().equals(account.holder().organisation());
    }

    /** Records how a try ended. Only the latest one of a change has a say, but for one that the directory has taken. */
    void record(Carriage tried, Outcome outcome) {
        Account account = accounts.lock(tried.account()).row();
        Locked<CarriedChange> locked = changes.lock(tried.change());
        CarriedChange change = locked.row();
        boolean latest = change.tries().count() == tried.number();
        if (latest) {
            change.tries().release();
        }
        if (change.isUnfinished() && (latest || outcome instanceof Outcome.Done)) {
            settle(account, change, outcome, locked.now());
        } else if (latest) {
            changes.follow(change, locked.now());
        }
    }

    private void settle(Account account, CarriedChange change, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Unreachable unreachable) {
            tryAgain(change, unreachable.cause(), waitAfter(change), now);
        } else if (outcome instanceof Outcome.Absent && change.isBeforeSync(now)) {
            tryAgain(change, "Not in the directory yet", settings.retryMost(), now);
        } else if (outcome instanceof Outcome.Absent) {
            fail(account, change, FailedBecause.NOT_IN_DIRECTORY, now);
        } else if (outcome instanceof Outcome.Refused refused) {
            fail(account, change, FailedBecause.of(refused.reason()), now);
        } else if (outcome instanceof Outcome.Done done) {
            done(change, done, now);
        }
    }

    /** A password that was carried is not to be taken for one that somebody set there. */
    private void done(CarriedChange change, Outcome.Done done, Instant now) {
        change.done(now);
        if (change.errand() != Errand.UNLOCK) {
            standings.carried(change.accountId(), done.passwordSetAt());
        }
        trail.carried(change, now);
        changes.follow(change, now);
    }

    private void tryAgain(CarriedChange change, String why, Duration wait, Instant now) {
        Instant next = now.plus(wait);
        change.tries().again(why, next);
        changes.follow(change, next);
    }

    private void fail(Account account, CarriedChange change, FailedBecause why, Instant now) {
        change.fail(why, now);
        trail.failed(account, change, now);
        changes.follow(change, now);
    }

    /** Ends what has waited for too long, and takes back a temporary password that the directory may have. */
    void end(UUID id) {
        Account account = accounts.lock(changes.accountOf(id)).row();
        Locked<CarriedChange> locked = changes.lock(id);
        CarriedChange change = locked.row();
        Instant now = locked.now();
        if (!change.isOver(now)) {
            return;
        }
        if (change.state() == CarryState.AWAITED) {
            change.supersede(now);
        } else if (!change.isTemporary()) {
            fail(account, change, FailedBecause.UNREACHABLE, now);
        } else if (change.state() == CarryState.WAITING_FOR_SYNC) {
            fail(account, change, FailedBecause.TEMPORARY_OVER, now);
        } else {
            revoke(change, now);
        }
    }

    private void revoke(CarriedChange temporary, Instant now) {
        Ordered order = new Ordered(temporary.accountId(), temporary.organisation(), temporary.language(), now, null);
        changes.replace(PASSWORDS, CarriedChange.of(Errand.REVOCATION, order, now.plus(settings.giveUp())), now);
    }

    /** Less than the ordinary wait by up to a half, so that what failed together does not come back together. */
    private Duration waitAfter(CarriedChange change) {
        int tries = change.tries().count();
        Duration wait = backoff.after(tries);
        long less = Math.floorMod(Objects.hash(change.id(), tries), JITTER);
        return wait.minus(wait.multipliedBy(less).dividedBy(2 * JITTER));
    }
}

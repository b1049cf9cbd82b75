package uk.nhs.access.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.password.PasswordState;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What is taken over from directories, in a transaction for each account. */
@UseCase
class SyncService {

    /** How far the clock of a directory may be off; Kerberos bears no more (RFC 4120, section 8.2). */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int LEAST_BETWEEN = 2;

    private final Accounts accounts;
    private final Readings readings;
    private final Standings standings;
    private final Passwords passwords;
    private final Waiting waiting;
    private final SyncTrail trail;
    private final DirectorySettings settings;

    SyncService(
            Accounts accounts,
            Readings readings,
            Standings standings,
            Passwords passwords,
            Waiting waiting,
            SyncTrail trail,
            DirectorySettings settings) {
        this.accounts = accounts;
        this.readings = readings;
        this.standings = standings;
        this.passwords = passwords;
        this.waiting = waiting;
        this.trail = trail;
        this.settings = settings;
    }

    /** Begins to read a directory, unless a replica has begun within half the time that is between two readings. */
    Optional<Reading.Begun> begin(OdsCode organisation) {
        Locked<Reading> locked = readings.lock(organisation);
        return locked.row().isBegunWithin(settings.syncEvery().dividedBy(LEAST_BETWEEN), locked.now())
                ? Optional.empty()
                : Optional.of(locked.row().begin(locked.now()));
    }

    void end(Reading.Begun begun, String next) {
        readings.lock(begun.organisation()).row().end(begun, next);
    }

    /**
     * Takes over what the directory says of one person, if they have an account of that organisation here. Once another
     * reading has begun, that one may have taken over what is newer.
     */
    void follow(Reading.Begun reading, DirectoryEntry entry) {
        accounts.lockByAddress(entry.address().value())
                .filter(locked -> isOf(locked.row(), reading.organisation()))
                .filter(locked -> readings.isLatest(reading))
                .ifPresent(locked -> follow(locked, reading, entry));
    }

    /** The accounts that a password of is still to be taken over, because another one waited to be carried there. */
    List<UUID> unsettled(OdsCode organisation) {
        return standings.withNewer(organisation);
    }

    void settle(OdsCode organisation, UUID account) {
        Locked<Account> locked = accounts.lock(account);
        if (isOf(locked.row(), organisation)) {
            standings
                    .of(account, organisation)
                    .ifPresent(standing -> takePassword(locked.row(), organisation, standing, locked.now()));
        }
    }

    /** Which directory knows the account's password, and by which address of its owner. */
    Optional<Whereabouts> whereabouts(UUID account) {
        return Optional.ofNullable(accounts.findById(account))
                .map(owner -> owner.holder().organisation())
                .flatMap(organisation -> standings
                        .of(account, organisation)
                        .map(standing -> new Whereabouts(organisation, standing.address())));
    }

    private void follow(Locked<Account> locked, Reading.Begun reading, DirectoryEntry entry) {
        Account account = locked.row();
        waiting.seen(account.id(), locked.now());
        Standing standing =
                standings.of(account.id(), reading.organisation()).orElseGet(() -> begin(account, reading, entry));
        standing.findBy(entry.address());
        standing.hear(entry.passwordSetAt());
        takePassword(account, reading.organisation(), standing, locked.now());
        takeLock(account, reading.organisation(), standing, entry.lockedSince(), locked.now());
    }

    /** What has been so since before anybody looked is how things are, and no change. */
    private Standing begin(Account account, Reading.Begun reading, DirectoryEntry entry) {
        Standing standing = standings.begin(account.id(), reading.organisation(), entry.address());
        if (!isNews(entry.passwordSetAt(), reading)) {
            standing.know(entry.passwordSetAt());
        }
        if (!isNews(entry.lockedSince(), reading)) {
            standing.knowLock(entry.lockedSince());
        }
        return standing;
    }

    /** Nothing that is newer here is undone, nor what waits to be carried there: that wins when it arrives. */
    private void takePassword(Account account, OdsCode organisation, Standing standing, Instant now) {
        Instant setAt = standing.newerSetAt().orElse(null);
        if (setAt == null || waiting.password(account.id())) {
            return;
        }
        standing.know(setAt);
        if (isNewer(account, standing, setAt)) {
            passwords.replaceElsewhere(account, setAt);
            trail.passwordChanged(account, organisation, setAt, now);
        }
    }

    /** The two clocks are compared only where the mailbox's password never came to the directory, or from there. */
    private boolean isNewer(Account account, Standing standing, Instant setAt) {
        return passwords
                .state(account.id())
                .map(PasswordState::setAt)
                .filter(present -> !standing.isCarried(present))
                .map(present -> present.isBefore(setAt))
                .orElse(true);
    }

    private void takeLock(
            Account account, OdsCode organisation, Standing standing, @Nullable Instant since, Instant now) {
        if (standing.knowsLock(since)) {
            return;
        }
        if (since == null) {
            liftLock(account, organisation, standing, now);
        } else if (waiting.unlock(account.id()) || !account.lock(LockedBecause.FAILED_SIGN_INS, now)) {
            standing.knowLock(since);
        } else {
            standing.lockHere(since, now);
            trail.locked(account, organisation, since, now);
        }
    }

    /** A lock of another kind, or of another time, stays. */
    private void liftLock(Account account, OdsCode organisation, Standing standing, Instant now) {
        if (standing.hasLocked(account.lockedAt().orElse(null)) && account.liftSignInLock()) {
            trail.unlocked(account, organisation, now);
        }
        standing.knowLock(null);
    }

    private static boolean isNews(@Nullable Instant happened, Reading.Begun reading) {
        Instant readUpTo = reading.readUpTo();
        return happened != null && readUpTo != null && !happened.isBefore(readUpTo.minus(SKEW));
    }

    private static boolean isOf(Account account, OdsCode organisation) {
        return organisation.equals(account.holder().organisation());
    }
}

package uk.nhs.access.signin;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.account.SignInLock;
import uk.nhs.access.password.Comparison;
import uk.nhs.access.password.PasswordVerdict;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What a check writes down: a guess before it is compared, and afterwards what it opened or locked. */
@UseCase
class PasswordCheckService {

    private final Accounts accounts;
    private final UnknownAccounts unknown;
    private final Passwords passwords;
    private final SignInSettings settings;
    private final SignInTrail trail;

    PasswordCheckService(
            Accounts accounts,
            UnknownAccounts unknown,
            Passwords passwords,
            SignInSettings settings,
            SignInTrail trail) {
        this.accounts = accounts;
        this.unknown = unknown;
        this.passwords = passwords;
        this.settings = settings;
        this.trail = trail;
    }

    Admission admit(UUID account) {
        return accounts.lockIfKnown(account).map(this::admit).orElseGet(() -> unknown.admit(account.toString()));
    }

    /** @param address as somebody typed it */
    Admission admit(String address) {
        return accounts.lockByAddress(address)
                .map(this::admit)
                .orElseGet(() -> unknown.admit(address.toLowerCase(Locale.ROOT)));
    }

    /** What the comparison came to, unless the account was closed meanwhile: then nobody is told. */
    PasswordCheck settle(Admission.Guess guess, Comparison comparison) {
        String nobody = guess.nobody();
        if (nobody != null) {
            return PasswordCheck.refused(unknown.fail(nobody));
        }
        return accounts.lockIfKnown(comparison.kept().account())
                .map(locked -> settle(locked, comparison))
                .orElseGet(() -> PasswordCheck.refused(Outcome.LOCKED));
    }

    /** The guess was not compared. */
    void takeBack(Admission.Guess guess) {
        String nobody = guess.nobody();
        if (nobody != null) {
            unknown.takeBack(nobody);
            return;
        }
        accounts.lockIfKnown(guess.kept().account())
                .ifPresent(locked -> locked.row().signInLock().takeBack());
    }

    private Admission admit(Locked<Account> locked) {
        Account account = locked.row();
        SignInLock lock = account.signInLock();
        Optional<Outcome> closed = closed(account);
        if (closed.isPresent()) {
            return new Admission.Refused(closed.get());
        }
        if (!lock.hasTries(settings.failures())) {
            return new Admission.Refused(lockUnlessCompared(locked));
        }
        lock.count(locked.now());
        return new Admission.Guess(passwords.kept(account.id()), !lock.hasTries(settings.failures()), null);
    }

    /** The last tries are still being compared; if nobody is at it any more, they were wrong for all we know. */
    private Outcome lockUnlessCompared(Locked<Account> locked) {
        if (!locked.row().signInLock().isQuietFor(Admission.COMPARED_BY_THEN, locked.now())) {
            throw Admission.stillCompared();
        }
        return lock(locked.row(), locked.now());
    }

    private PasswordCheck settle(Locked<Account> locked, Comparison comparison) {
        Account account = locked.row();
        Optional<Outcome> closed = closed(account);
        if (closed.isPresent()) {
            return PasswordCheck.refused(closed.get());
        }
        PasswordVerdict verdict = passwords.check(account, comparison, locked.now());
        return switch (verdict) {
            case RIGHT -> open(Outcome.RIGHT, account);
            case EXPIRED -> open(Outcome.EXPIRED, account);
            case MUST_CHANGE -> openOnce(account, locked.now());
            case WRONG, TEMPORARY_OVER, NONE -> PasswordCheck.refused(fail(account, locked.now()));
        };
    }

    private PasswordCheck open(Outcome outcome, Account account) {
        account.signInLock().forget();
        return PasswordCheck.right(
                outcome,
                account.id(),
                passwords.state(account.id()).orElseThrow().expiresAt());
    }

    private PasswordCheck openOnce(Account account, Instant now) {
        account.signInLock().forget();
        trail.temporaryUsed(account, now);
        return PasswordCheck.mustChange(account.id(), passwords.use(account, now));
    }

    private Outcome fail(Account account, Instant now) {
        return account.signInLock().hasTries(settings.failures()) ? Outcome.WRONG : lock(account, now);
    }

    private Outcome lock(Account account, Instant now) {
        account.lock(LockedBecause.FAILED_SIGN_INS, now);
        trail.locked(account, now);
        return Outcome.LOCKED;
    }

    private static Optional<Outcome> closed(Account account) {
        if (account.isDisabled()) {
            return Optional.of(Outcome.DISABLED);
        }
        return account.signInLock().isLocked() ? Optional.of(Outcome.LOCKED) : Optional.empty();
    }
}

package uk.nhs.access.passwordchange;

import static uk.nhs.access.problem.Cid.PASSWORD_NOT_HERE;
import static uk.nhs.access.problem.Cid.PASSWORD_WRONG;

import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.password.Comparison;
import uk.nhs.access.password.KeptPasswords;
import uk.nhs.access.password.NewPassword;
import uk.nhs.access.password.OwnWords;
import uk.nhs.access.password.PasswordPolicy;
import uk.nhs.access.password.PasswordState;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What the owner of an account, signed in, does with the password. */
@UseCase
class PasswordChangeService {

    /** What to go on with once somebody may try. */
    record Admitted(KeptPasswords kept, int triesLeft) {}

    private final Callers callers;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final CurrentTries tries;
    private final PasswordTrail trail;

    PasswordChangeService(
            Callers callers, Passwords passwords, PasswordPolicy policy, CurrentTries tries, PasswordTrail trail) {
        this.callers = callers;
        this.passwords = passwords;
        this.policy = policy;
        this.tries = tries;
        this.trail = trail;
    }

    /** Counts a try of the current password, before it is looked at; a new one that is not good enough costs none. */
    Admitted admit(TypedPassword chosen) {
        Locked<Account> locked = lockOwn();
        KeptPasswords kept = passwords.kept(locked.row().id());
        if (kept.isNone()) {
            throw new Problem(PASSWORD_NOT_HERE);
        }
        policy.require(chosen, OwnWords.of(locked.row()));
        return new Admitted(kept, tries.take(locked.row()));
    }

    /** Whoever knows the current password starts afresh with the tries. */
    void prove(Comparison comparison, int triesLeft) {
        Locked<Account> locked = lockOwn();
        requireProof(locked, comparison, triesLeft);
        tries.forget(locked.row());
    }

    PasswordState replace(Comparison comparison, NewPassword accepted) {
        Locked<Account> locked = lockOwn();
        Account account = locked.row();
        requireProof(locked, comparison, tries.left(account));
        PasswordState replaced = passwords.replace(account, accepted, callers.language(), locked.now());
        trail.changed(account, callers.actor(), callers.language(), locked.now());
        return replaced;
    }

    /** Whoever changed it meanwhile has made the current one another. */
    private void requireProof(Locked<Account> locked, Comparison comparison, int triesLeft) {
        if (!passwords.proves(locked.row(), comparison, locked.now())) {
            trail.refused(locked.row(), callers.actor(), locked.now());
            throw new Problem(PASSWORD_WRONG).with("attemptsLeft", triesLeft);
        }
    }

    private Locked<Account> lockOwn() {
        Locked<Account> locked = callers.lockAccount();
        locked.row().requireEnabled();
        callers.requireTwoSteps(locked.now());
        return locked;
    }
}

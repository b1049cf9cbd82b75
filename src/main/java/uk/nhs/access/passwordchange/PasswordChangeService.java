package uk.nhs.access.passwordchange;

import static uk.nhs.access.problem.Cid.PASSWORD_NOT_HERE;
import static uk.nhs.access.problem.Cid.PASSWORD_WRONG;

import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.directory.SameSignOn;
import uk.nhs.access.password.Comparison;
import uk.nhs.access.password.KeptPasswords;
import uk.nhs.access.password.NewPassword;
import uk.nhs.access.password.OwnWords;
import uk.nhs.access.password.PasswordState;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What the owner of an account, signed in, does with the password. */
@UseCase
class PasswordChangeService {

    /** What a new password is judged by, and the current one compared with. */
    record Present(KeptPasswords kept, OwnWords words) {}

    private final Callers callers;
    private final Passwords passwords;
    private final CurrentTries tries;
    private final PasswordTrail trail;
    private final SameSignOn sameSignOn;

    PasswordChangeService(
            Callers callers, Passwords passwords, CurrentTries tries, PasswordTrail trail, SameSignOn sameSignOn) {
        this.callers = callers;
        this.passwords = passwords;
        this.tries = tries;
        this.trail = trail;
        this.sameSignOn = sameSignOn;
    }

    /** What there is now, for whoever may change it. */
    Present present() {
        Account account = lockOwn().row();
        KeptPasswords kept = passwords.kept(account.id());
        if (kept.isNone()) {
            throw new Problem(PASSWORD_NOT_HERE);
        }
        return new Present(kept, OwnWords.of(account));
    }

    /**
     * Counts a try of the current password, before it is looked at.
     *
     * @return how many are left after it
     */
    int takeTry() {
        return tries.take(lockOwn().row());
    }

    /** The current password was not looked at. */
    void giveBackTry() {
        tries.giveBack(callers.lockAccount().row());
    }

    /** Whoever knows the current password starts afresh with the tries. */
    void prove(Comparison comparison, int triesLeft) {
        Locked<Account> locked = lockOwn();
        requireProof(locked, comparison, triesLeft);
        tries.forget(locked.row());
    }

    /** @param chosen what was accepted, for the directory of the organisation if it has adopted Same Sign On */
    ChangedPassword replace(Comparison comparison, NewPassword accepted, TypedPassword chosen) {
        Locked<Account> locked = lockOwn();
        Account account = locked.row();
        requireProof(locked, comparison, tries.left(account));
        PasswordState replaced = passwords.replace(account, accepted, callers.language(), locked.now());
        trail.changed(account, callers.actor(), callers.language(), locked.now());
        return ChangedPassword.of(
                replaced, sameSignOn.passwordChosen(account, chosen, callers.language(), locked.now()));
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

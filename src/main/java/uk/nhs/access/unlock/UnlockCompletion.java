package uk.nhs.access.unlock;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.directory.SameSignOn;
import uk.nhs.access.directory.TargetState;
import uk.nhs.access.password.NewTemporaryPassword;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.password.SentTemporary;
import uk.nhs.access.problem.UseCase;

/** The choice of whoever has proved everything: the account is unlocked, and its password is kept or reset. */
@UseCase
class UnlockCompletion {

    private final Callers callers;
    private final Unlocks unlocks;
    private final Passwords passwords;
    private final Ways ways;
    private final UnlockTrail trail;
    private final SameSignOn sameSignOn;

    UnlockCompletion(
            Callers callers,
            Unlocks unlocks,
            Passwords passwords,
            Ways ways,
            UnlockTrail trail,
            SameSignOn sameSignOn) {
        this.callers = callers;
        this.unlocks = unlocks;
        this.passwords = passwords;
        this.ways = ways;
        this.trail = trail;
        this.sameSignOn = sameSignOn;
    }

    /** Refuses whoever may not choose yet, or any more. */
    void requireProved(SecretToken token) {
        Held held = unlocks.hold(token);
        held.unlock().requireProved(held.now());
    }

    UnlockView keepPassword(SecretToken token) {
        Held held = unlocks.hold(token);
        Account account = ways.provedAccount(held, UnlockChoice.KEEP_PASSWORD);
        boolean lifted = account.liftSignInLock();
        complete(held, UnlockChoice.KEEP_PASSWORD);
        trail.kept(held, account, lifted, actor(), callers.language());
        return completed(token, held, UnlockChoice.KEEP_PASSWORD, unlocked(held, account));
    }

    /** The present password stays until the text with the temporary one was accepted. */
    UnlockView resetPassword(SecretToken token, NewTemporaryPassword made) {
        Held held = unlocks.hold(token);
        Account account = ways.provedAccount(held, UnlockChoice.RESET_PASSWORD);
        boolean lifted = account.liftSignInLock();
        complete(held, UnlockChoice.RESET_PASSWORD);
        SentTemporary sent = passwords.giveTemporary(account, made, held.now());
        trail.reset(held, account, lifted, sent, actor(), callers.language());
        List<TargetState> targets = Stream.concat(
                        unlocked(held, account).stream(),
                        sameSignOn.temporarySent(account, sent, callers.language(), held.now()).stream())
                .toList();
        return completed(token, held, UnlockChoice.RESET_PASSWORD, targets);
    }

    private void complete(Held held, UnlockChoice choice) {
        held.unlock().complete(choice, held.now());
        unlocks.endOthers(held);
    }

    private List<TargetState> unlocked(Held held, Account account) {
        return sameSignOn.unlocked(account, callers.language(), held.now());
    }

    private UnlockView completed(SecretToken token, Held held, UnlockChoice choice, List<TargetState> targets) {
        return UnlockView.completed(token, held.unlock(), choice, callers.language(), targets);
    }

    private Actor actor() {
        return Actor.notSignedIn(callers.address());
    }
}

package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.UNLOCK_ANSWERS_WRONG;
import static uk.nhs.access.problem.Cid.UNLOCK_NOT_POSSIBLE;
import static uk.nhs.access.problem.Cid.UNLOCK_RESET_ONLY;

import java.time.Instant;
import java.util.List;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.password.NewTemporaryPassword;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.password.SentTemporary;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.question.AnswerVerdict;
import uk.nhs.access.question.SecurityQuestions;

/** What follows once the questions were asked: answers, one verdict on all of them, and the choice. */
@UseCase
class UnlockService {

    private final Callers callers;
    private final Unlocks unlocks;
    private final UnlockLimits limits;
    private final SecurityQuestions questions;
    private final Passwords passwords;
    private final UnlockTrail trail;

    UnlockService(
            Callers callers,
            Unlocks unlocks,
            UnlockLimits limits,
            SecurityQuestions questions,
            Passwords passwords,
            UnlockTrail trail) {
        this.callers = callers;
        this.unlocks = unlocks;
        this.limits = limits;
        this.questions = questions;
        this.passwords = passwords;
        this.trail = trail;
    }

    /** Counts a round of answers before anybody compares them. */
    Round count(SecretToken token) {
        Held held = unlocks.hold(token);
        held.unlock().requireAsked(held.now());
        UnlockLimits.Counted counted = limits.round(held.unlock());
        return new Round(token, questions.kept(held.unlock().subject()), counted);
    }

    /** Right answers are as good as wrong ones where this way is not open to the account. */
    UnlockView judge(Round round, AnswerVerdict verdict) {
        Held held = unlocks.hold(round.token());
        Unlock unlock = held.unlock();
        unlock.requireAsked(held.now());
        boolean stillAsked = questions.kept(unlock.subject()).equals(round.kept());
        boolean open = held.account().filter(UnlockService::mayUnlock).isPresent();
        if (!(verdict.right() && round.counted().counts() && stillAsked && open)) {
            trail.refused(unlock, actor(), held.now());
            throw wrong(round.counted().left());
        }
        questions.renew(unlock.subject(), verdict.renewed());
        unlock.prove(held.now());
        trail.proved(unlock, actor(), held.now());
        return UnlockView.proved(round.token(), unlock, choices(held.account().orElseThrow(), held.now()));
    }

    /** Refuses whoever may not choose yet, or any more. */
    void requireProved(SecretToken token) {
        Held held = unlocks.hold(token);
        held.unlock().requireProved(held.now());
    }

    UnlockView keepPassword(SecretToken token) {
        Held held = unlocks.hold(token);
        Account account = provedAccount(held);
        if (!choices(account, held.now()).contains(UnlockChoice.KEEP_PASSWORD)) {
            throw new Problem(UNLOCK_RESET_ONLY);
        }
        boolean lifted = account.liftSignInLock();
        held.unlock().complete(UnlockChoice.KEEP_PASSWORD, held.now());
        trail.kept(held, account, lifted, actor(), callers.language());
        return completed(token, held, UnlockChoice.KEEP_PASSWORD);
    }

    /** The present password stays until the text with the temporary one was accepted. */
    UnlockView resetPassword(SecretToken token, NewTemporaryPassword made) {
        Held held = unlocks.hold(token);
        Account account = provedAccount(held);
        boolean lifted = account.liftSignInLock();
        held.unlock().complete(UnlockChoice.RESET_PASSWORD, held.now());
        SentTemporary sent = passwords.giveTemporary(account, made, held.now());
        trail.reset(held, account, lifted, sent, actor(), callers.language());
        return completed(token, held, UnlockChoice.RESET_PASSWORD);
    }

    private static Account provedAccount(Held held) {
        held.unlock().requireProved(held.now());
        return held.account().filter(UnlockService::mayUnlock).orElseThrow(() -> new Problem(UNLOCK_NOT_POSSIBLE));
    }

    /** Only a lock from failed sign-ins is lifted here; an account that is not locked at all does no harm. */
    private static boolean mayUnlock(Account account) {
        return !account.isDisabled()
                && account.mobile().isPresent()
                && account.lockedBecause()
                        .filter(reason -> reason != LockedBecause.FAILED_SIGN_INS)
                        .isEmpty();
    }

    private List<UnlockChoice> choices(Account account, Instant now) {
        boolean expired = passwords
                .state(account.id())
                .filter(password -> !now.isBefore(password.expiresAt()))
                .isPresent();
        return expired ? List.of(UnlockChoice.RESET_PASSWORD) : List.of(UnlockChoice.values());
    }

    private static Problem wrong(int left) {
        return new Problem(left == 0 ? UNLOCK_NOT_POSSIBLE : UNLOCK_ANSWERS_WRONG).with("attemptsLeft", left);
    }

    private UnlockView completed(SecretToken token, Held held, UnlockChoice choice) {
        return UnlockView.completed(token, held.unlock(), choice, callers.language());
    }

    private Actor actor() {
        return Actor.notSignedIn(callers.address());
    }
}

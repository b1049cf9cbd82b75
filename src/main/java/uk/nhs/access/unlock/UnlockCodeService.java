package uk.nhs.access.unlock;

import uk.nhs.access.caller.Actor;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.code.VerificationCodes;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;

/** The code that is asked for before the choice, where the settings say so. */
@UseCase
class UnlockCodeService {

    private final Callers callers;
    private final Unlocks unlocks;
    private final UnlockLimits limits;
    private final VerificationCodes codes;
    private final Ways ways;
    private final UnlockTrail trail;

    UnlockCodeService(
            Callers callers,
            Unlocks unlocks,
            UnlockLimits limits,
            VerificationCodes codes,
            Ways ways,
            UnlockTrail trail) {
        this.callers = callers;
        this.unlocks = unlocks;
        this.limits = limits;
        this.codes = codes;
        this.ways = ways;
        this.trail = trail;
    }

    /** Notes the wish and no more: sending takes time, and there may be nobody to send to. */
    UnlockView want(SecretToken token) {
        Held held = unlocks.hold(token);
        held.unlock().requireAwaitingCode(held.now());
        limits.codeWish(held.unlock());
        held.unlock().wantCode(held.now(), callers.language());
        return UnlockView.awaitingCode(token, held.unlock());
    }

    /** Counted first and compared second. Whatever is wrong with a code is told as one and the same. */
    UnlockView check(SecretToken token, String guess) {
        Held held = unlocks.hold(token);
        Unlock unlock = held.unlock();
        unlock.requireAwaitingCode(held.now());
        UnlockLimits.Counted counted = limits.codeRound(unlock);
        Actor actor = Actor.notSignedIn(callers.address());
        if (!(counted.counts() && isRight(held, guess, actor))) {
            trail.refused(unlock, UnlockTrail.CODE, actor, held.now());
            throw Ways.wrongCode(counted.left());
        }
        unlock.confirmed(held.now());
        trail.proved(unlock, UnlockTrail.CODE, actor, held.now());
        return UnlockView.proved(token, unlock, ways.choices(held));
    }

    private boolean isRight(Held held, String guess, Actor actor) {
        if (!ways.areOpen(held) || !Ways.codeStillReaches(held)) {
            return false;
        }
        try {
            codes.use(held.unlock().codeBinding().orElseThrow(), guess, actor, held.now());
            return true;
        } catch (Problem refused) {
            return false;
        }
    }
}

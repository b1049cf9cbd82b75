package uk.nhs.access.unlock;

import uk.nhs.access.caller.Actor;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.question.AnswerVerdict;
import uk.nhs.access.question.SecurityQuestions;

/** What follows once the questions were asked: answers, and one verdict on all of them. */
@UseCase
class UnlockService {

    private final Callers callers;
    private final Unlocks unlocks;
    private final UnlockLimits limits;
    private final SecurityQuestions questions;
    private final Ways ways;
    private final UnlockTrail trail;
    private final UnlockSettings settings;

    UnlockService(
            Callers callers,
            Unlocks unlocks,
            UnlockLimits limits,
            SecurityQuestions questions,
            Ways ways,
            UnlockTrail trail,
            UnlockSettings settings) {
        this.callers = callers;
        this.unlocks = unlocks;
        this.limits = limits;
        this.questions = questions;
        this.ways = ways;
        this.trail = trail;
        this.settings = settings;
    }

    /** Counts a round of answers before anybody compares them. */
    Round count(SecretToken token) {
        Held held = unlocks.hold(token);
        held.unlock().requireAsked(held.now());
        UnlockLimits.Counted counted = limits.round(held.unlock());
        return new Round(token, questions.kept(held.unlock().subject()), counted);
    }

    /** The answers were not looked at. */
    void giveBack(Round round) {
        limits.giveBack(unlocks.hold(round.token()).unlock(), round.counted());
    }

    /** Right answers are as good as wrong ones where this way is not open to the account. */
    UnlockView judge(Round round, AnswerVerdict verdict) {
        Held held = unlocks.hold(round.token());
        Unlock unlock = held.unlock();
        boolean right = isRight(held, round, verdict);
        giveBackIfOvertaken(unlock, round, right);
        unlock.requireAsked(held.now());
        if (!right) {
            trail.refused(unlock, UnlockTrail.ANSWERS, actor(), held.now());
            throw Ways.wrong(round.counted().left());
        }
        questions.renew(unlock.subject(), verdict.renewed());
        unlock.answered(settings.confirmByCode(), held.now());
        trail.proved(unlock, UnlockTrail.ANSWERS, actor(), held.now());
        return settings.confirmByCode()
                ? UnlockView.awaitingCode(round.token(), unlock)
                : UnlockView.proved(round.token(), unlock, ways.choices(held));
    }

    private boolean isRight(Held held, Round round, AnswerVerdict verdict) {
        boolean stillAsked = questions.kept(held.unlock().subject()).equals(round.kept());
        return verdict.right() && round.counted().counts() && stillAsked && ways.areOpen(held);
    }

    /** Whoever sends the right answers twice at once has given them once. Wrong ones cost their round whenever they come. */
    private void giveBackIfOvertaken(Unlock unlock, Round round, boolean right) {
        if (right && unlock.isAnswered()) {
            limits.giveBack(unlock, round.counted());
        }
    }

    private Actor actor() {
        return Actor.notSignedIn(callers.address());
    }
}

package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.UNLOCK_NOT_POSSIBLE;

import java.util.List;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.question.KeptAnswers;
import uk.nhs.access.question.SecurityQuestions;
import uk.nhs.access.time.DatabaseClock;

/** The first step. It does the same, and answers alike, whoever is meant and whether or not the details are right. */
@UseCase
class UnlockStart {

    private final Callers callers;
    private final Recogniser recogniser;
    private final UnlockLimits limits;
    private final SecurityQuestions questions;
    private final Decoys decoys;
    private final Unlocks unlocks;
    private final UnlockSettings settings;
    private final DatabaseClock clock;

    UnlockStart(
            Callers callers,
            Recogniser recogniser,
            UnlockLimits limits,
            SecurityQuestions questions,
            Decoys decoys,
            Unlocks unlocks,
            UnlockSettings settings,
            DatabaseClock clock) {
        this.callers = callers;
        this.recogniser = recogniser;
        this.limits = limits;
        this.questions = questions;
        this.decoys = decoys;
        this.unlocks = unlocks;
        this.settings = settings;
        this.clock = clock;
    }

    UnlockView open(Details details) {
        if (!settings.questions() && !settings.confirmByCode()) {
            throw new Problem(UNLOCK_NOT_POSSIBLE);
        }
        Recognition whose = recogniser.recognise(details);
        limits.start(callers.address(), whose);
        SecretToken token = SecretToken.random();
        Unlock opened = Unlock.open(token, whose, first(), clock.now(), settings.lifetime());
        unlocks.persist(opened);
        return settings.questions()
                ? UnlockView.asked(token, opened, asked(whose), callers.language())
                : UnlockView.awaitingCode(token, opened);
    }

    private UnlockState first() {
        return settings.questions() ? UnlockState.ASKED : UnlockState.AWAITING_CODE;
    }

    private List<AskedQuestion> asked(Recognition whose) {
        KeptAnswers kept = questions.kept(whose.subject());
        List<AskedQuestion> ofNobody = decoys.of(whose.seed());
        return kept.isNone()
                ? ofNobody
                : kept.questions().stream().map(AskedQuestion::from).toList();
    }
}

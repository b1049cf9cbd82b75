package uk.nhs.access.question;

import static uk.nhs.access.problem.Cid.QUESTIONS_SET_TOO_OFTEN;

import java.time.Duration;
import java.util.List;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.limit.TryLimits;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** What the owner of an account, signed in, does with the security questions. */
@UseCase
class QuestionService {

    private static final Duration DAY = Duration.ofDays(1);

    private final Callers callers;
    private final SecurityQuestions questions;
    private final QuestionTrail trail;
    private final QuestionSettings settings;
    private final TryLimits limits;
    private final DatabaseClock clock;

    QuestionService(
            Callers callers,
            SecurityQuestions questions,
            QuestionTrail trail,
            QuestionSettings settings,
            TryLimits limits,
            DatabaseClock clock) {
        this.callers = callers;
        this.questions = questions;
        this.trail = trail;
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    QuestionsView own() {
        return view(callers.account());
    }

    /**
     * Reads what was written, for whoever may set questions, and counts it. Nothing else is kept yet.
     *
     * @throws Problem QUESTIONS_SET_TOO_OFTEN
     */
    List<Choice> admit(List<Written> written) {
        callers.requireTwoSteps(clock.now());
        Account account = callers.account();
        account.requireEnabled();
        List<Choice> choices = Choices.require(written, settings.count(), AnswerPolicy.of(account), callers.language());
        TryLimits.Try taken = limits.take("questions of " + account.id(), DAY, settings.setInADay());
        if (!taken.allowed()) {
            throw new Problem(QUESTIONS_SET_TOO_OFTEN).with("retryAfter", taken.retryAfter());
        }
        return choices;
    }

    /** Puts these in the place of all that were set before. */
    QuestionsView replace(List<HashedAnswer> chosen) {
        Locked<Account> locked = callers.lockAccount();
        callers.requireTwoSteps(locked.now());
        locked.row().requireEnabled();
        questions.replace(locked.row(), chosen, locked.now());
        trail.replaced(locked.row(), chosen, callers.actor(), callers.language(), locked.now());
        return view(locked.row());
    }

    private QuestionsView view(Account account) {
        return QuestionsView.from(settings.count(), questions.of(account.id()), callers.language());
    }
}

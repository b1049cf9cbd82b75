package uk.nhs.access.question;

import java.util.List;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** What the owner of an account, signed in, does with the security questions. */
@UseCase
class QuestionService {

    private final Callers callers;
    private final SecurityQuestions questions;
    private final QuestionTrail trail;
    private final QuestionSettings settings;
    private final DatabaseClock clock;

    QuestionService(
            Callers callers,
            SecurityQuestions questions,
            QuestionTrail trail,
            QuestionSettings settings,
            DatabaseClock clock) {
        this.callers = callers;
        this.questions = questions;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    QuestionsView own() {
        return view(callers.account());
    }

    /** Reads what was written, for whoever may set questions. Nothing is kept yet. */
    List<Choice> admit(List<Written> written) {
        callers.requireTwoSteps(clock.now());
        Account account = callers.account();
        account.requireEnabled();
        return Choices.require(written, settings.count(), AnswerPolicy.of(account), callers.language());
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

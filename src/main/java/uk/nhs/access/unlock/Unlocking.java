package uk.nhs.access.unlock;

import jakarta.inject.Singleton;
import java.util.List;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.question.AnswerDesk;
import uk.nhs.access.question.AnswerVerdict;
import uk.nhs.access.question.TypedAnswer;

/** The order of the later steps: what is slow happens between the transactions, and holds up neither connection nor lock. */
@Singleton
class Unlocking {

    private final UnlockService service;
    private final UnlockCompletion completion;
    private final AnswerDesk answers;
    private final PasswordDesk passwords;

    Unlocking(UnlockService service, UnlockCompletion completion, AnswerDesk answers, PasswordDesk passwords) {
        this.service = service;
        this.completion = completion;
        this.answers = answers;
        this.passwords = passwords;
    }

    /** Counted first and compared second, whosever the answers are. */
    UnlockView answer(SecretToken token, List<TypedAnswer> typed) {
        Round round = service.count(token);
        return service.judge(round, compare(round, typed));
    }

    /** A round that nobody had the time to look at is none, whosever it is. */
    private AnswerVerdict compare(Round round, List<TypedAnswer> typed) {
        try {
            return answers.compare(round.kept(), typed);
        } catch (Problem notNow) {
            service.giveBack(round);
            throw notNow;
        }
    }

    UnlockView complete(SecretToken token, UnlockChoice choice) {
        if (choice == UnlockChoice.KEEP_PASSWORD) {
            return completion.keepPassword(token);
        }
        completion.requireProved(token);
        return completion.resetPassword(token, passwords.temporary());
    }
}

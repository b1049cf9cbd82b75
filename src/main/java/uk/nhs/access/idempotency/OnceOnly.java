package uk.nhs.access.idempotency;

import java.util.Optional;
import java.util.concurrent.Callable;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;

/**
 * Does what a request asks once, and answers it alike ever after.
 *
 * <p>The use case that does the work joins this transaction. What is rolled back leaves no answer, so that the request
 * may be sent again.
 */
@UseCase
class OnceOnly {

    private final KeptAnswers kept;
    private final Answers answers;
    private final Repeats repeats;
    private final IdempotencySettings settings;

    OnceOnly(KeptAnswers kept, Answers answers, Repeats repeats, IdempotencySettings settings) {
        this.kept = kept;
        this.answers = answers;
        this.repeats = repeats;
        this.settings = settings;
    }

    Object answer(KeyedRequest request, Callable<Object> work) throws Exception {
        if (!kept.lock(request)) {
            throw Repeats.inUse();
        }
        Optional<KeptAnswer> earlier = kept.find(request);
        if (earlier.isPresent()) {
            throw repeats.of(earlier.get(), request);
        }
        try {
            Object done = work.call();
            kept.keep(request, answers.of(done), settings.keptFor());
            return done;
        } catch (Problem refused) {
            answers.ifFinal(refused).ifPresent(answer -> kept.keep(request, answer, settings.keptFor()));
            throw refused;
        }
    }
}

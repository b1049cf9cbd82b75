package uk.nhs.access.idempotency;

import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_IN_USE;
import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_REUSED;

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

    private static final int SECONDS_UNTIL_DONE = 1;

    private final KeptAnswers kept;
    private final Answers answers;

    OnceOnly(KeptAnswers kept, Answers answers) {
        this.kept = kept;
        this.answers = answers;
    }

    Object answer(KeyedRequest request, Callable<Object> work) throws Exception {
        if (!kept.lock(request.id())) {
            throw new Problem(IDEMPOTENCY_KEY_IN_USE).with("retryAfter", SECONDS_UNTIL_DONE);
        }
        Optional<KeptAnswer> earlier = kept.find(request.id());
        if (earlier.isPresent()) {
            throw replay(earlier.get(), request);
        }
        try {
            Object done = work.call();
            kept.keep(request, answers.of(done));
            return done;
        } catch (Problem refused) {
            if (isFinal(refused)) {
                kept.keep(request, answers.of(refused));
            }
            throw refused;
        }
    }

    private static RuntimeException replay(KeptAnswer earlier, KeyedRequest request) {
        return earlier.body().equals(request.body())
                ? new Replay(earlier.answer())
                : new Problem(IDEMPOTENCY_KEY_REUSED);
    }

    /** To sign in again or to wait is asked of the caller; the request itself has not been judged, nor has it counted. */
    private static boolean isFinal(Problem refused) {
        int status = refused.cid().status();
        return status < 500 && status != 401 && status != 403 && status != 429;
    }
}

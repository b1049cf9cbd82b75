package uk.nhs.access.idempotency;

import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_IN_USE;
import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_REUSED;

import java.time.Duration;
import java.util.Optional;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;

/** Says of a request that it is being worked on, each time in a transaction of its own. */
@UseCase
class Marks {

    static final int SECONDS_UNTIL_DONE = 1;

    /** Longer than any request takes. What is still marked after it was left by a crash. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    private static final Answer NONE_YET = new Answer(0, "", "");

    private final KeptAnswers kept;
    private final IdempotencySettings settings;

    Marks(KeptAnswers kept, IdempotencySettings settings) {
        this.kept = kept;
        this.settings = settings;
    }

    /** Refuses or replays a request that has a mark or an answer already. */
    void set(KeyedRequest request) {
        if (!kept.lock(request.id())) {
            throw inUse();
        }
        Optional<KeptAnswer> earlier = kept.find(request.id());
        if (earlier.isPresent()) {
            throw refusal(earlier.get(), request);
        }
        kept.keep(request, NONE_YET, LONGEST_WORK);
    }

    void replace(KeyedRequest request, Answer answer) {
        kept.remove(request);
        kept.keep(request, answer, settings.keptFor());
    }

    /** Nothing was done: the request may be sent again at once. */
    void remove(KeyedRequest request) {
        kept.remove(request);
    }

    /** What becomes of a request that was sent before. */
    static RuntimeException refusal(KeptAnswer earlier, KeyedRequest request) {
        if (!earlier.body().equals(request.body())) {
            return new Problem(IDEMPOTENCY_KEY_REUSED);
        }
        return earlier.answer().equals(NONE_YET) ? inUse() : new Replay(earlier.answer());
    }

    static Problem inUse() {
        return new Problem(IDEMPOTENCY_KEY_IN_USE).with("retryAfter", SECONDS_UNTIL_DONE);
    }
}

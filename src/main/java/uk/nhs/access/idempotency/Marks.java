package uk.nhs.access.idempotency;

import java.util.Optional;
import uk.nhs.access.problem.UseCase;

/** Says of a request that it is being worked on, each time in a transaction of its own. */
@UseCase
class Marks {

    private final KeptAnswers kept;
    private final Repeats repeats;
    private final IdempotencySettings settings;

    Marks(KeptAnswers kept, Repeats repeats, IdempotencySettings settings) {
        this.kept = kept;
        this.repeats = repeats;
        this.settings = settings;
    }

    /** Refuses or replays a request that has a mark or an answer already. */
    void set(KeyedRequest request) {
        if (!kept.lock(request)) {
            throw Repeats.inUse();
        }
        Optional<KeptAnswer> earlier = kept.find(request);
        if (earlier.isPresent()) {
            throw repeats.of(earlier.get(), request);
        }
        kept.keep(request, Answer.NONE_YET, settings.longestWork());
    }

    void replace(KeyedRequest request, Answer answer) {
        kept.remove(request);
        kept.keep(request, answer, settings.keptFor());
    }

    /** Nothing was done: the request may be sent again at once. */
    void remove(KeyedRequest request) {
        kept.remove(request);
    }
}

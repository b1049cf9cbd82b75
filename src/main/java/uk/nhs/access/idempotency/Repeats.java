package uk.nhs.access.idempotency;

import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_IN_USE;
import static uk.nhs.access.problem.Cid.IDEMPOTENCY_KEY_REUSED;

import jakarta.inject.Singleton;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.DatabaseClock;

/** What becomes of a request that was sent before. */
@Singleton
class Repeats {

    private static final int SECONDS_UNTIL_DONE = 1;

    private final Callers callers;
    private final DatabaseClock clock;

    Repeats(Callers callers, DatabaseClock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Refuses it, or has it answered as it was.
     *
     * @throws Problem what the operation itself says to whoever did not sign in as it wants, or not lately enough by now
     */
    RuntimeException of(KeptAnswer earlier, KeyedRequest request) {
        callers.require(earlier.answer().signIn(), clock.now());
        if (!request.asks(earlier.body())) {
            return new Problem(IDEMPOTENCY_KEY_REUSED);
        }
        return earlier.answer().equals(Answer.NONE_YET) ? inUse() : new Replay(earlier.answer());
    }

    static Problem inUse() {
        return new Problem(IDEMPOTENCY_KEY_IN_USE).with("retryAfter", SECONDS_UNTIL_DONE);
    }
}

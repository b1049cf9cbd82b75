package uk.nhs.access.crypto;

import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uk.nhs.access.problem.Problem;

/** Lets only so many slow hashes be computed at once, so that a burst of them does not exhaust the memory. */
@Singleton
class Turns {

    private static final int RETRY_AFTER = 5;

    private final Semaphore free;
    private final SlowHashSettings settings;

    Turns(SlowHashSettings settings) {
        this.settings = settings;
        this.free = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Does the work when its turn has come.
     *
     * @throws Problem UNAVAILABLE if that takes too long
     */
    <T> T take(Supplier<T> work) {
        if (!hasCome()) {
            throw new Problem(UNAVAILABLE).with("retryAfter", RETRY_AFTER);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean hasCome() {
        try {
            return free.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

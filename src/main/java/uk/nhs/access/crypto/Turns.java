package uk.nhs.access.crypto;

import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uk.nhs.access.problem.Problem;

/**
 * Lets only so many slow hashes be computed at once, so that a burst of them does not exhaust the memory. It measures {@code
 * access_slow_hashes_running} and {@code access_slow_hashes_waiting}, and counts {@code access_slow_hashes_refused_total}.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class Turns {

    private static final int RETRY_AFTER = 5;

    private final Semaphore free;
    private final Semaphore admitted;
    private final SlowHashSettings settings;
    private final Counter refused;

    Turns(SlowHashSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.free = new Semaphore(settings.atOnce(), true);
        this.admitted = new Semaphore(settings.atOnce() + settings.mostWaiting());
        this.refused = metrics.counter("access.slow.hashes.refused");
        metrics.gauge("access.slow.hashes.waiting", free, Semaphore::getQueueLength);
        metrics.gauge("access.slow.hashes.running", free, turns -> settings.atOnce() - turns.availablePermits());
    }

    /**
     * Does the work when its turn has come.
     *
     * @throws Problem UNAVAILABLE if that takes too long, or at once if too many others wait already
     */
    <T> T take(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw refused();
        }
        try {
            return whenItsTurnHasCome(work);
        } finally {
            admitted.release();
        }
    }

    private <T> T whenItsTurnHasCome(Supplier<T> work) {
        if (!hasCome()) {
            throw refused();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private Problem refused() {
        refused.increment();
        return new Problem(UNAVAILABLE).with("retryAfter", RETRY_AFTER);
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

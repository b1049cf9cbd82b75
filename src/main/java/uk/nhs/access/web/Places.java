package uk.nhs.access.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The places of the requests that one replica works on at the same time: what comes beyond them is turned away, because it
 * would only wait, and hold up what comes after it. It measures {@code access_requests_under_way}, and counts {@code
 * access_requests_turned_away_total}.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class Places {

    private final Semaphore free;
    private final Counter turnedAway;

    Places(WebSettings settings, MeterRegistry metrics) {
        int all = settings.mostAtOnce();
        this.free = new Semaphore(all);
        this.turnedAway = metrics.counter("access.requests.turned.away");
        metrics.gauge("access.requests.under.way", free, left -> all - left.availablePermits());
    }

    /** A place, or nothing if all are taken. Nobody waits for one. */
    Optional<Place> take() {
        if (free.tryAcquire()) {
            return Optional.of(new Place(free::release));
        }
        turnedAway.increment();
        return Optional.empty();
    }
}

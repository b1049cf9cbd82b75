package uk.nhs.access.time;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The end of a replica, once no request runs any more: nothing more is begun, and what is in hand ends side by side, within one
 * time for all of it. What does not, another replica takes over.
 */
@Singleton
class Ending {

    private final List<Background> works;
    private final TimeSettings settings;

    Ending(@All List<Background> works, TimeSettings settings) {
        this.works = works;
        this.settings = settings;
    }

    void end(@Observes ShutdownEvent shutdown) {
        works.forEach(Background::close);
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            threads.invokeAll(
                    works.stream().map(Ending::end).toList(), settings.toEnd().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> end(Background work) {
        return () -> {
            work.awaitEnd();
            return null;
        };
    }
}

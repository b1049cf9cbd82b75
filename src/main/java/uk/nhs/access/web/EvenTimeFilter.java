package uk.nhs.access.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Holds the answers to {@link EvenTime} operations back until their step is over. No thread waits meanwhile. */
class EvenTimeFilter {

    private static final String BEGAN = EvenTimeFilter.class.getName();

    private static final long MILLISECOND = 1_000_000;

    private final long step;

    EvenTimeFilter(WebSettings settings) {
        this.step = settings.evenTime().toNanos();
    }

    @EvenTime
    @ServerRequestFilter
    public void begin(ContainerRequestContext request) {
        request.setProperty(BEGAN, System.nanoTime());
    }

    @EvenTime
    @ServerResponseFilter
    public Uni<Void> end(ContainerRequestContext request) {
        Object began = request.getProperty(BEGAN);
        return began == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(rest(System.nanoTime() - (Long) began));
    }

    /** In whole milliseconds, which is what a timer can wait, and never too short. */
    private Duration rest(long elapsed) {
        long rest = step - elapsed % step;
        return Duration.ofMillis((rest + MILLISECOND - 1) / MILLISECOND);
    }
}

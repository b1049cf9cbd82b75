package uk.nhs.access.web;

import io.vertx.core.AsyncResult;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets a request of the API in if there is a {@link Place} for it, and turns it away otherwise, before anybody looks who is
 * asking and before a thread or a connection to the database is wanted.
 */
@Singleton
@Provider
@PreMatching
class Turnstile implements ContainerRequestFilter {

    /** After the {@link FrontDoor} has read the body: whoever sends slowly takes up no place meanwhile. */
    private static final int AFTER_THE_BODY = -9_000;

    /**
     * In milliseconds. The end of what was begun gives the place back, and comes before this: a connection, a lock and a
     * statement each have a time-out of seconds, and few requests meet more than one. Should no end be told of, this is one.
     */
    private static final long ANY_WORK = 60_000;

    private final Places places;
    private final Failures failures;

    Turnstile(Places places, Failures failures) {
        this.places = places;
        this.failures = failures;
    }

    void open(@Observes Router router) {
        router.route("/v1/*").order(AFTER_THE_BODY).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        Optional<Place> taken = places.take();
        if (taken.isEmpty()) {
            context.fail(failures.unavailable());
            return;
        }
        Place place = taken.get();
        context.put(Place.class.getName(), place);
        context.addEndHandler(end -> leave(context, place, end));
        context.next();
    }

    /** What has no place is no request of the API. */
    @Override
    public void filter(ContainerRequestContext request) {
        ResteasyReactiveRequestContext work = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        Place place = work.unwrap(RoutingContext.class).get(Place.class.getName());
        if (place != null) {
            place.workBegins();
            work.registerCompletionCallback(end -> place.isOver());
        }
    }

    private static void leave(RoutingContext context, Place place, AsyncResult<Void> end) {
        if (end.succeeded()) {
            place.isOver();
        } else if (place.isLeft()) {
            context.vertx().setTimer(ANY_WORK, late -> place.isOver());
        }
    }
}

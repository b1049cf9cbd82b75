package uk.nhs.access.web;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.trace.Trace;

/** Takes in the trace that a request is part of, before anything else is done with it. */
@Singleton
class RequestTrace {

    /** Before the {@link FrontDoor}, whose refusals belong to the trace too. */
    private static final int FIRST = -11_000;

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(RequestTrace::enter);
    }

    private static void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        Trace.enter(request.getHeader("traceparent"), request.getHeader("X-Request-Id"));
        Span.current()
                .setAttribute("url.path", withoutSecret(request.path()))
                .setAttribute("client.address", "not recorded");
        context.next();
    }

    /** The id of an unlock lets its holder go on with it, and an agent would record it as part of the path. */
    static String withoutSecret(@Nullable String path) {
        return path == null ? "" : path.replaceFirst("^(.*/unlocks/)[^/]*", "$1{id}");
    }
}

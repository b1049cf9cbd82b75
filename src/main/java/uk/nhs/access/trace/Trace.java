package uk.nhs.access.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The trace that what is done at present is part of. Each line of the log says it, as {@code traceId} and {@code spanId}.
 *
 * <p>Where the OpenTelemetry agent runs, the trace is the agent's, and the steps below are spans of it. Where it does not,
 * the trace is what the caller named or one that begins here, and is handed on all the same.
 */
public final class Trace {

    private static final String TRACE = "traceId";
    private static final String STEP = "spanId";
    private static final String SAMPLED = "sampled";
    private static final String REQUEST = "requestId";

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private Trace() {}

    /**
     * Goes on with the trace of a request.
     *
     * @param traceparent as the caller sent it, if it did
     * @param requestId what a proxy calls the request; only a UUID, or its 32 digits, is taken over
     */
    public static void enter(@Nullable String traceparent, @Nullable String requestId) {
        SpanContext agents = Span.current().getSpanContext();
        note(agents.isValid() ? agents : TraceParent.parse(traceparent).orElseGet(TraceParent::begin));
        boolean isId = requestId != null && ID.matcher(requestId).matches();
        MDC.put(REQUEST, isId ? requestId : UUID.randomUUID().toString());
    }

    /** As the header {@code traceparent} says it, for whoever does something for this later, or elsewhere. */
    public static Optional<String> current() {
        SpanContext agents = Span.current().getSpanContext();
        return agents.isValid()
                ? Optional.of(TraceParent.write(agents))
                : Optional.ofNullable(MDC.get(TRACE))
                        .map(trace -> TraceParent.write(trace, MDC.get(STEP), "true".equals(MDC.get(SAMPLED))));
    }

    /**
     * Does what was asked for earlier, as one step of the trace of that time, or where nobody knows it as a trace of its own.
     *
     * @param step what is done, in words that are the same each time
     */
    public static void resume(@Nullable String traceparent, String step, Runnable work) {
        Context before = TraceParent.parse(traceparent)
                .map(asked -> Context.root().with(Span.wrap(asked)))
                .orElseGet(Context::root);
        Span span = tracer().spanBuilder(step)
                .setParent(before)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        SpanContext present = span.getSpanContext();
        note(present.isValid() ? present : TraceParent.begin());
        try {
            before.with(span).wrap(work).run();
        } finally {
            span.end();
            forget();
        }
    }

    /**
     * Looks whether there is anything to do, which is done again and again: it is part of no trace that anybody records, or most
     * traces would be of nothing.
     */
    public static <T> T apart(Supplier<T> look) {
        return Context.root()
                .with(Span.wrap(TraceParent.begin()))
                .wrapSupplier(look)
                .get();
    }

    /**
     * Asks another system something in a way that the agent does not see, as one step of the present trace.
     *
     * @param whom what kind of system it is, in words that are the same each time
     */
    public static <T> T ask(String whom, Supplier<T> question) {
        Span span = tracer().spanBuilder(whom).setSpanKind(SpanKind.CLIENT).startSpan();
        try {
            return Context.current().with(span).wrapSupplier(question).get();
        } finally {
            span.end();
        }
    }

    private static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer("uk.nhs.access");
    }

    private static void note(SpanContext context) {
        MDC.put(TRACE, context.getTraceId());
        MDC.put(STEP, context.getSpanId());
        MDC.put(SAMPLED, String.valueOf(context.isSampled()));
    }

    private static void forget() {
        MDC.remove(TRACE);
        MDC.remove(STEP);
        MDC.remove(SAMPLED);
    }
}

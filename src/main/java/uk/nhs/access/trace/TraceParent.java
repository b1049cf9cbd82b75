package uk.nhs.access.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} (W3C Trace Context, section 3.2): a trace, and the step in it that asks for something. */
final class TraceParent {

    /** Later versions may say more after what this one knows, and version ff is none. */
    private static final Pattern FORM = Pattern.compile(
            "(?<version>(?!ff)[0-9a-f]{2})-(?<trace>[0-9a-f]{32})-(?<step>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

    private TraceParent() {}

    static Optional<SpanContext> parse(@Nullable String header) {
        Matcher said = FORM.matcher(header == null ? "" : header);
        if (!said.matches() || said.group("version").equals("00") && said.group("more") != null) {
            return Optional.empty();
        }
        TraceFlags flags = TraceFlags.fromHex(said.group("flags"), 0);
        return Optional.of(context(said.group("trace"), said.group("step"), flags))
                .filter(SpanContext::isValid);
    }

    static String write(SpanContext context) {
        return write(context.getTraceId(), context.getSpanId(), context.isSampled());
    }

    static String write(Object trace, Object step, boolean sampled) {
        return "00-%s-%s-%s".formatted(trace, step, sampled ? "01" : "00");
    }

    /** A trace that begins here. Nobody records it unless somebody asks for that. */
    static SpanContext begin() {
        String step = hex(UUID.randomUUID());
        return context(hex(UUID.randomUUID()), step.substring(step.length() - 16), TraceFlags.getDefault());
    }

    private static SpanContext context(String trace, String step, TraceFlags flags) {
        return SpanContext.createFromRemoteParent(trace, step, flags, TraceState.getDefault());
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}

package uk.nhs.access.packaged;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agent recorded, as it tells a collector (opentelemetry-proto, trace/v1). */
record Spans(List<Span> all) {

    private static final List<String> KINDS = List.of("", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");

    /** @param said all of it, with whatever cannot be read in between */
    record Span(String id, String parent, String name, String kind, Instant began, String said) {

        private static Span of(Protobuf.Field field) {
            Protobuf span = Protobuf.read(field.bytes());
            return new Span(
                    span.hex(2),
                    span.hex(4),
                    span.text(5),
                    KINDS.get((int) span.number(6)),
                    Instant.EPOCH.plusNanos(span.number(7)),
                    new String(field.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** Of one request to a collector: resource, scope, span. */
    static Stream<Span> in(byte[] request) {
        return Protobuf.read(request)
                .messages(1)
                .flatMap(resource -> resource.messages(2))
                .flatMap(scope -> scope.fields().stream())
                .filter(field -> field.number() == 2)
                .map(Span::of);
    }

    Spans since(Instant instant) {
        return new Spans(
                all.stream().filter(span -> !span.began().isBefore(instant)).toList());
    }

    /** Whether what each of them came of is here too: it ends, and is told, later. */
    boolean areWhole() {
        return all.stream()
                .allMatch(span -> span.parent().isEmpty() || parent(span).isPresent());
    }

    /** Those that came of nothing else. */
    List<Span> roots() {
        return all.stream().filter(span -> parent(span).isEmpty()).toList();
    }

    /** All that came of the roots of this name. */
    List<Span> under(String name) {
        return all.stream().filter(span -> root(span).name().equals(name)).toList();
    }

    private Span root(Span span) {
        return parent(span).map(this::root).orElse(span);
    }

    private Optional<Span> parent(Span span) {
        return all.stream().filter(other -> other.id().equals(span.parent())).findFirst();
    }
}

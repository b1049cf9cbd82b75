package uk.nhs.access.metric;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Gauges of what was last seen of each of several, such as what has piled up for it. All replicas see the same. */
public final class SeenGauges<K, V> {

    private final Collection<K> all;
    private final Function<K, Tag> tag;
    private final MeterRegistry metrics;
    private volatile Optional<Map<K, V>> seen = Optional.empty();

    /** @param tag what a gauge knows one of them by */
    public SeenGauges(Collection<K> all, Function<K, Tag> tag, MeterRegistry metrics) {
        this.all = List.copyOf(all);
        this.tag = tag;
        this.metrics = metrics;
    }

    /** Measures one figure for each of them. */
    public void measure(String name, ToDoubleFunction<V> figure) {
        all.forEach(one -> Gauge.builder(name, () -> last(one, figure))
                .tags(List.of(tag.apply(one)))
                .register(metrics));
    }

    /** Looks at one after the other. */
    public void lookAtEach(Function<K, V> present) {
        lookAtAll(() -> all.stream().collect(toMap(identity(), present)));
    }

    /**
     * Looks at all of them at once; figures are 0 where nothing is said. While the database is away nothing is known: what was
     * seen last would look as if all was well. The outage itself is others' to tell.
     */
    public void lookAtAll(Supplier<Map<K, V>> present) {
        try {
            seen = Optional.of(present.get());
        } catch (RuntimeException away) {
            seen = Optional.empty();
        }
    }

    private double last(K one, ToDoubleFunction<V> figure) {
        return seen.map(values -> values.containsKey(one) ? figure.applyAsDouble(values.get(one)) : 0)
                .orElse(Double.NaN);
    }
}

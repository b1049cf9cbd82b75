package uk.nhs.access.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeenGaugesTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final SeenGauges<String, Backlog> gauges =
            new SeenGauges<>(List.of("a", "b"), letter -> Tag.of("letter", letter), metrics);

    @BeforeEach
    void measure() {
        gauges.measure("waiting", Backlog::waiting);
        gauges.measure("oldest", Backlog::oldestAge);
        gauges.measure("dead", Backlog::dead);
    }

    @Test
    void nothing_is_known_before_somebody_has_looked() {
        assertThat(measured("waiting", "a")).isNaN();
        assertThat(measured("oldest", "a")).isNaN();
        assertThat(measured("dead", "b")).isNaN();
    }

    @Test
    void each_has_its_own_figures() {
        gauges.lookAtEach(letter -> new Backlog(letter.equals("a") ? 1 : 2, 3.5, 4));

        assertThat(measured("waiting", "a")).isEqualTo(1);
        assertThat(measured("waiting", "b")).isEqualTo(2);
        assertThat(measured("oldest", "a")).isEqualTo(3.5);
        assertThat(measured("dead", "b")).isEqualTo(4);
    }

    @Test
    void nothing_waits_where_nothing_is_said() {
        gauges.lookAtAll(() -> Map.of("a", new Backlog(1, 2, 3)));

        assertThat(measured("waiting", "a")).isEqualTo(1);
        assertThat(measured("waiting", "b")).isZero();
        assertThat(measured("oldest", "b")).isZero();
        assertThat(measured("dead", "b")).isZero();
    }

    @Test
    void what_was_seen_before_an_outage_is_not_known_during_it_and_is_after_it() {
        gauges.lookAtEach(letter -> new Backlog(1, 2, 3));

        gauges.lookAtEach(letter -> {
            throw new IllegalStateException("away");
        });
        assertThat(measured("waiting", "a")).isNaN();

        gauges.lookAtEach(letter -> new Backlog(5, 6, 7));
        assertThat(measured("waiting", "a")).isEqualTo(5);
    }

    private double measured(String name, String letter) {
        return metrics.get(name).tag("letter", letter).gauge().value();
    }
}

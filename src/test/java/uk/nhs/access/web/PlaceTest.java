package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;

/** How places are taken and given back. */
class PlaceTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Places places =
            new Places(Defaults.with(WebSettings.class, Map.of("web.most-at-once", "2")), metrics);

    @Test
    void the_last_place_is_taken_and_nobody_waits_for_one_more() {
        assertThat(places.take()).isPresent();
        assertThat(places.take()).isPresent();
        assertThat(turnedAway()).isZero();

        assertThat(places.take()).isEmpty();
        assertThat(turnedAway()).isEqualTo(1);
        assertThat(underWay()).isEqualTo(2);
    }

    @Test
    void a_place_is_given_back_once_however_often_it_is_over() {
        Place one = places.take().orElseThrow();
        places.take();
        one.workBegins();

        one.isOver();
        one.isOver();
        one.isLeft();

        assertThat(underWay()).isEqualTo(1);
        assertThat(places.take()).isPresent();
        assertThat(places.take()).isEmpty();
    }

    @Test
    void whoever_leaves_before_anything_was_begun_gives_the_place_back() {
        assertThat(places.take().orElseThrow().isLeft()).isFalse();
        assertThat(underWay()).isZero();
    }

    @Test
    void whoever_leaves_work_behind_keeps_the_place_until_it_ends() {
        Place place = places.take().orElseThrow();
        place.workBegins();

        assertThat(place.isLeft()).isTrue();
        assertThat(underWay()).isEqualTo(1);
        place.isOver();
        assertThat(underWay()).isZero();
    }

    private double underWay() {
        return metrics.get("access.requests.under.way").gauge().value();
    }

    private double turnedAway() {
        return metrics.get("access.requests.turned.away").counter().count();
    }
}

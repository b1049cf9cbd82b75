package uk.nhs.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeSecondsTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.000000001S, 1", "PT0.999999999S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT24H, 86400"})
    void a_wait_is_rounded_up_and_a_whole_one_stays(Duration wait, long seconds) {
        assertThat(WholeSeconds.of(wait)).isEqualTo(seconds);
    }

    @Test
    void a_wait_that_is_over_is_none() {
        assertThat(WholeSeconds.of(Duration.ofMillis(-500))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.000000001Z, 2026-03-01T12:00:01Z",
        "2026-03-01T12:00:59.999999Z, 2026-03-01T12:01:00Z"
    })
    void an_instant_becomes_the_first_whole_second_that_is_not_before_it(Instant end, Instant second) {
        assertThat(WholeSeconds.of(end)).isEqualTo(second);
    }
}

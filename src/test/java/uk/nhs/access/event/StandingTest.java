package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void it_is_as_old_as_the_oldest_event() {
        assertThat(new Standing(3, NOW.minusMillis(90_500)).age(NOW)).isEqualTo(90.5);
    }

    @Test
    void where_there_is_none_or_it_was_queued_a_moment_after_it_is_not_old_at_all() {
        assertThat(new Standing(0, null).age(NOW)).isZero();
        assertThat(new Standing(1, NOW.plusSeconds(1)).age(NOW)).isZero();
    }
}

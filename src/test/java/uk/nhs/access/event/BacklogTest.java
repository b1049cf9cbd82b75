package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Standing NONE = new Standing(0, null);

    @Test
    void it_is_as_old_as_the_oldest_event_that_waits() {
        Standing waiting = new Standing(3, NOW.minusMillis(90_500));

        assertThat(Backlog.of(waiting, new Standing(2, NOW.minusSeconds(9_000)), NOW))
                .isEqualTo(new Backlog(3, 90.5, 2));
    }

    @Test
    void where_nothing_waits_or_what_waits_was_queued_a_moment_after_it_is_not_old_at_all() {
        assertThat(Backlog.of(NONE, NONE, NOW)).isEqualTo(new Backlog(0, 0, 0));
        assertThat(Backlog.of(new Standing(1, NOW.plusSeconds(1)), NONE, NOW)).isEqualTo(new Backlog(1, 0, 0));
    }
}

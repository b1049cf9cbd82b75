package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressInstantsTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant CONFIRMED = ASKED.plusSeconds(60);
    private static final Instant TOLD = ASKED.plusSeconds(90);
    private static final Duration NOTICE_WITHIN = Duration.ofDays(3);
    private static final Duration HOLD = Duration.ofSeconds(86_400);
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Progress progress = Progress.begin(ASKED, ASKED.plusSeconds(600));

    @Test
    void at_first_only_the_request_has_happened() {
        assertThat(progress.requestedAt()).isEqualTo(ASKED);
        assertThat(progress.confirmedAt()).isEmpty();
        assertThat(progress.appliesAt()).isEmpty();
        assertThat(progress.endedAt()).isEmpty();
        assertDueAt(ASKED.plusSeconds(600));
    }

    @Test
    void after_the_code_the_notices_have_their_time() {
        progress.confirm(CONFIRMED, NOTICE_WITHIN);
        assertThat(progress.confirmedAt()).contains(CONFIRMED);
        assertThat(progress.appliesAt()).isEmpty();
        assertDueAt(CONFIRMED.plus(NOTICE_WITHIN));
    }

    @Test
    void the_hold_counts_from_the_notice_and_not_from_the_code() {
        progress.confirm(CONFIRMED, NOTICE_WITHIN);
        progress.hold(TOLD, HOLD);
        assertThat(progress.appliesAt()).contains(TOLD.plusSeconds(86_400));
        assertDueAt(TOLD.plusSeconds(86_400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z"})
    void the_hold_is_86400_seconds_also_when_the_clocks_change(Instant told) {
        Progress asked = Progress.begin(told, told.plusSeconds(600));
        asked.confirm(told, NOTICE_WITHIN);
        asked.hold(told, HOLD);
        assertThat(Duration.between(told, asked.appliesAt().orElseThrow())).hasSeconds(86_400);
    }

    @Test
    void when_it_was_applied_it_is_over_and_never_due_again() {
        progress.confirm(CONFIRMED, NOTICE_WITHIN);
        progress.hold(TOLD, HOLD);
        Instant late = TOLD.plus(HOLD).plusSeconds(3);
        progress.apply(late);
        assertThat(progress.endedAt()).contains(late);
        assertThat(progress.isWaiting()).isFalse();
        assertThat(progress.isDue(late.plus(Duration.ofDays(365)))).isFalse();
    }

    @Test
    void while_it_waits_it_says_so() {
        assertThat(progress.isWaiting()).isTrue();
        progress.confirm(CONFIRMED, NOTICE_WITHIN);
        assertThat(progress.isWaiting()).isTrue();
        progress.hold(TOLD, HOLD);
        assertThat(progress.isWaiting()).isTrue();
        progress.cancel(TOLD);
        assertThat(progress.isWaiting()).isFalse();
        assertThat(progress.endedAt()).contains(TOLD);
    }

    private void assertDueAt(Instant due) {
        assertThat(progress.isDue(due.minus(TICK))).isFalse();
        assertThat(progress.isDue(due)).isTrue();
    }
}

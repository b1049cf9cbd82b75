package uk.nhs.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.access.problem.Cid.CODES_BLOCKED;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.problem.Problem;

class CodeBlockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration TICK = Duration.ofNanos(1_000);

    private final CodeSettings settings = Defaults.of(CodeSettings.class);
    private final CodeBlock block = new CodeBlock(UUID.randomUUID(), CodePurpose.PHONE_CHANGE, NOW);

    @Test
    void at_first_nothing_is_blocked() {
        assertNotBlocked(NOW);
    }

    @Test
    void nine_wrong_in_a_row_do_not_block() {
        wrong(9, NOW);
        assertNotBlocked(NOW);
    }

    @Test
    void ten_wrong_in_a_row_block_for_a_quarter_of_an_hour() {
        wrong(10, NOW);
        assertThat(retryAfter(NOW)).isEqualTo(900);
        assertThat(retryAfter(NOW.plusSeconds(900).minus(TICK))).isEqualTo(1);
        assertNotBlocked(NOW.plusSeconds(900));
    }

    @Test
    void the_block_counts_from_the_last_wrong_guess() {
        wrong(9, NOW);
        wrong(1, NOW.plusSeconds(60));
        assertThat(retryAfter(NOW.plusSeconds(60))).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 900",
        "PT0.000001S, 900",
        "PT0.5S, 900",
        "PT0.999S, 900",
        "PT0.999999S, 900",
        "PT1S, 899",
        "PT1.000001S, 899",
        "PT898.999999S, 2",
        "PT899S, 1",
        "PT899.5S, 1",
        "PT899.999999S, 1"
    })
    void the_wait_is_rounded_up_to_whole_seconds(Duration later, long seconds) {
        wrong(10, NOW);
        assertThat(retryAfter(NOW.plus(later))).isEqualTo(seconds);
    }

    @Test
    void whoever_waits_as_long_as_told_is_not_blocked_any_more() {
        wrong(10, NOW);
        for (long micros = 0; micros < 900_000_000; micros += 777_777) {
            Instant asked = NOW.plusNanos(micros * 1_000);
            assertNotBlocked(asked.plusSeconds(retryAfter(asked)));
        }
    }

    @Test
    void each_further_block_is_twice_as_long_up_to_a_day() {
        Instant now = NOW;
        for (long minutes : new long[] {15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440}) {
            assertNotBlocked(now);
            wrong(10, now);
            Instant over = now.plus(Duration.ofMinutes(minutes));
            assertThat(retryAfter(over.minus(TICK))).isEqualTo(1);
            assertNotBlocked(over);
            now = over;
        }
    }

    @Test
    void a_thousand_blocks_later_it_is_still_a_day() {
        for (int i = 0; i < 1_000; i++) {
            wrong(10, NOW);
        }
        assertThat(retryAfter(NOW)).isEqualTo(86_400);
    }

    @Test
    void after_a_block_it_takes_ten_more_for_the_next() {
        wrong(10, NOW);
        Instant later = NOW.plusSeconds(900);
        wrong(9, later);
        assertNotBlocked(later);
        wrong(1, later);
        assertThat(retryAfter(later)).isEqualTo(1800);
    }

    @Test
    void a_right_guess_ends_the_row() {
        wrong(9, NOW);
        block.countRight();
        wrong(9, NOW);
        assertNotBlocked(NOW);
    }

    @Test
    void a_right_guess_that_was_counted_as_the_tenth_lifts_the_block_that_it_set() {
        wrong(10, NOW);
        block.countRight();
        assertNotBlocked(NOW);
    }

    @Test
    void after_a_right_guess_the_first_block_is_short_again() {
        wrong(10, NOW);
        wrong(10, NOW.plusSeconds(900));
        block.countRight();
        wrong(10, NOW.plusSeconds(3600));
        assertThat(retryAfter(NOW.plusSeconds(3600))).isEqualTo(900);
    }

    private void wrong(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            block.countWrong(now, settings);
        }
    }

    private void assertNotBlocked(Instant now) {
        assertThatNoException().isThrownBy(() -> block.requireNotBlocked(now));
    }

    private long retryAfter(Instant now) {
        Problem refused = catchThrowableOfType(Problem.class, () -> block.requireNotBlocked(now));
        assertThat(refused).as("still blocked at %s", now).isNotNull();
        assertThat(refused.cid()).isEqualTo(CODES_BLOCKED);
        return (Long) refused.facts().get("retryAfter");
    }
}

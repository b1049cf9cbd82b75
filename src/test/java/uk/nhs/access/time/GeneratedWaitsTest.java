package uk.nhs.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;

/** What must be true of every wait, and of every id that tells its time. */
class GeneratedWaitsTest {

    /** After so many nothing is doubled any more. */
    private static final int DOUBLINGS = 20;

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void a_wait_in_whole_seconds_is_over_when_it_is_and_less_than_a_second_later() {
        Cases.each(10_000, chance -> {
            Duration wait = Duration.ofSeconds(chance.between(0, 1_000_000), chance.between(0, 999_999_999));
            Duration told = Duration.ofSeconds(WholeSeconds.of(wait));
            assertThat(told.minus(wait)).isBetween(Duration.ZERO, Duration.ofNanos(999_999_999));

            Instant end = START.plus(wait);
            assertThat(Duration.between(end, WholeSeconds.of(end)))
                    .isBetween(Duration.ZERO, Duration.ofNanos(999_999_999));
            assertThat(WholeSeconds.of(WholeSeconds.of(end))).isEqualTo(WholeSeconds.of(end));
        });
    }

    @Test
    void whoever_fails_again_waits_longer_up_to_the_most_and_never_less() {
        Cases.each(5_000, chance -> {
            Backoff backoff = new Backoff(
                    Duration.ofMillis(chance.between(1, 600_000)), Duration.ofMillis(chance.between(1, 90_000_000)));
            int tries = chance.between(1, 60);

            Duration wait = backoff.after(tries);
            Duration next = backoff.after(tries + 1);

            assertThat(wait).isPositive().isLessThanOrEqualTo(backoff.most());
            assertThat(next).isEqualTo(tries > DOUBLINGS ? wait : shorter(wait.multipliedBy(2), backoff.most()));
        });
    }

    @Test
    void ids_are_in_the_order_of_time_to_the_millisecond_and_never_the_same() {
        Cases.each(5_000, chance -> {
            Instant one = START.plusMillis(chance.between(0, 5));
            Instant other = START.plusMillis(chance.between(0, 5));
            UUID first = OrderedIds.at(one);
            UUID second = OrderedIds.at(other);

            assertThat(first.version()).isEqualTo(7);
            assertThat(first.variant()).isEqualTo(2);
            assertThat(first.getMostSignificantBits() >>> 16).isEqualTo(one.toEpochMilli());
            assertThat(first).isNotEqualTo(second);
            if (one.isBefore(other)) {
                assertThat(first.toString()).isLessThan(second.toString());
            }
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

package uk.nhs.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void a_later_one_sorts_behind_an_earlier_one() {
        assertThat(OrderedIds.at(NOW.plusMillis(1)).toString())
                .isGreaterThan(OrderedIds.at(NOW).toString());
    }

    @Test
    void they_are_of_version_7_and_tell_the_millisecond() {
        UUID id = OrderedIds.at(NOW.plusNanos(999_999));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void no_two_of_the_same_moment_are_the_same() {
        assertThat(IntStream.range(0, 100_000).mapToObj(i -> OrderedIds.at(NOW)).collect(Collectors.toSet()))
                .hasSize(100_000);
    }
}

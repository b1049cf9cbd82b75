package uk.nhs.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "8, 256", "9, 300", "10, 300", "2147483647, 300"})
    void the_wait_doubles_from_try_to_try_up_to_the_most(int tries, int seconds) {
        assertThat(backoff.after(tries)).hasSeconds(seconds);
    }

    @Test
    void it_is_never_longer_than_the_most_though_the_first_one_be() {
        assertThat(new Backoff(Duration.ofMinutes(9), Duration.ofMinutes(5)).after(1))
                .hasMinutes(5);
    }
}

package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DirectoryTimeTest {

    @Test
    void a_lock_without_a_beginning_began_long_ago() {
        assertThat(DirectoryTime.ofText("000001010000Z")).contains(Instant.EPOCH);
    }

    @Test
    void ticks_are_of_100_ns_since_1601_and_kept_in_whole_microseconds() {
        assertThat(DirectoryTime.ofTicks(134_083_248_001_234_567L))
                .contains(Instant.parse("2025-11-22T22:40:00.123456Z"));
    }

    @Test
    void what_is_no_time_is_none() {
        assertThat(DirectoryTime.ofText("no time")).isEmpty();
        assertThat(DirectoryTime.ofTicks(0L)).isEmpty();
    }
}

package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of {@code X-Forwarded-For} is the client's address: the entry of the outermost of our own proxies. */
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; 203.0.113.9",
                "1; 198.51.100.1, 203.0.113.9",
                "1; 198.51.100.1,198.51.100.2 ,\t203.0.113.9 ",
                "1; unknown,, 203.0.113.9",
                "2; 203.0.113.9, 10.0.0.7",
                "2; 198.51.100.1, 203.0.113.9, 10.0.0.7",
                "3; 198.51.100.1, 203.0.113.9, 10.0.0.7, 10.0.0.8"
            })
    void each_proxy_has_one_entry_counted_from_the_right(int proxies, String header) {
        assertThat(ClientAddress.told(List.of(header), proxies)).contains("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 1_000})
    void where_there_are_fewer_the_first_one_counts(int proxies) {
        assertThat(ClientAddress.told(List.of("203.0.113.9, 10.0.0.7"), proxies))
                .contains("203.0.113.9");
    }

    @Test
    void several_lines_are_one() {
        assertThat(ClientAddress.told(List.of("198.51.100.1", "198.51.100.2, 203.0.113.9", "10.0.0.7"), 2))
                .contains("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:4711, 203.0.113.9",
        "2001:db8::9, 2001:db8:0:0:0:0:0:9",
        "2001:DB8:0::9, 2001:db8:0:0:0:0:0:9",
        "[2001:db8::9], 2001:db8:0:0:0:0:0:9",
        "[2001:db8::9]:4711, 2001:db8:0:0:0:0:0:9"
    })
    void an_address_is_the_same_however_it_is_written(String written, String address) {
        assertThat(ClientAddress.told(List.of(written), 1)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "unknown",
                "_hidden",
                "localhost",
                "example.org:80",
                "203.0.113",
                "203.0.113.256",
                "203.0.113.9:",
                ":",
                ":::",
                "1::2::3",
                "[]",
                "[]:80",
                "[",
                "]",
                "[203.0.113.9",
                "2001:db8::9%eth0",
                "203.0.113.9\u0000",
                "٢٠٣.0.113.9"
            })
    void what_is_no_address_tells_nothing(String written) {
        assertThat(ClientAddress.told(List.of(written), 1)).isEmpty();
    }

    @Test
    void nothing_tells_nothing() {
        assertThat(ClientAddress.told(List.of(), 1)).isEmpty();
    }
}

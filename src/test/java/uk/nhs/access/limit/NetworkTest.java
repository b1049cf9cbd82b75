package uk.nhs.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void an_ipv4_address_stands_for_itself() {
        assertThat(Network.of("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(Network.of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void a_name_is_not_looked_up() {
        assertThat(Network.of("localhost")).isEqualTo("localhost");
    }

    @Test
    void all_ipv6_addresses_of_one_network_are_one() {
        assertThat(Network.of("2001:db8:1:2::1")).isEqualTo(Network.of("2001:db8:1:2:ffff::9"));
        assertThat(Network.of("2001:db8:1:3::1")).isNotEqualTo(Network.of("2001:db8:1:2::1"));
    }
}

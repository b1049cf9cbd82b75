package uk.nhs.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;

/** What must be true of whatever a proxy says that a client's address is. */
class GeneratedNetworksTest {

    private static final int NETWORK = 8;

    @Test
    void two_addresses_of_ipv6_are_one_client_exactly_if_they_begin_with_the_same_64_bits() {
        Cases.each(3_000, chance -> {
            byte[] one = chance.bytes(16, 16);
            one[0] = 0x20;
            byte[] other = one.clone();
            int changed = chance.between(1, 15);
            other[changed] ^= (byte) chance.between(1, 255);

            assertThat(Network.of(written(one)).equals(Network.of(written(other))))
                    .isEqualTo(changed >= NETWORK);
        });
    }

    @Test
    void one_of_ipv4_is_itself_in_whichever_way_it_is_written() {
        Cases.each(3_000, chance -> {
            byte[] bytes = chance.bytes(4, 4);
            String written = written(bytes);

            assertThat(Network.of(written)).isEqualTo(written);
            assertThat(Network.of("::ffff:" + written)).isEqualTo(written);
        });
    }

    @Test
    void whatever_is_said_it_stands_for_something_and_no_name_is_looked_up() {
        Cases.each(5_000, chance -> {
            String said = chance.oneIn(2)
                    ? chance.text("0123456789abcdef:.%[]", 0, 40)
                    : chance.twisted(chance.of("2001:db8::1", "203.0.113.9", "fe80::1%eth0", "example.org:80"));

            String network = Network.of(said);

            assertThat(network.equals(said) || network.matches("[0-9a-f]{16}|[0-9]+(\\.[0-9]+){3}"))
                    .as("%s of %s", network, said)
                    .isTrue();
        });
    }

    private static String written(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(Arrays.toString(address), impossible);
        }
    }
}

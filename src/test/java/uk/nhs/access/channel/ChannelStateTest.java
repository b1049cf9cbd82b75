package uk.nhs.access.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChannelStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ChannelState channel = new ChannelState();

    @Test
    void at_first_it_is_open() {
        assertThat(channel.stop()).isEmpty();
    }

    @Test
    void whoever_stops_it_says_why_and_opens_it_again() {
        channel.stop("sam", "the gateway is away", NOW);
        assertThat(channel.stop()).contains(new ChannelState.Stop(NOW, "sam", "the gateway is away"));

        channel.open();
        assertThat(channel.stop()).isEmpty();
    }

    @Test
    void whoever_stops_it_again_says_it_anew_of_the_time_since_which_it_is_stopped() {
        channel.stop("sam", "the gateway is away", NOW);
        channel.stop("kim", "the gateway sends twice", NOW.plusSeconds(60));

        assertThat(channel.stop()).contains(new ChannelState.Stop(NOW, "kim", "the gateway sends twice"));
    }
}

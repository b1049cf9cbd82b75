package uk.nhs.access.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.Defaults;

class PaceTest {

    private final Pace pace = new Pace(Defaults.of(ChannelSettings.class));

    @ParameterizedTest
    @EnumSource
    void the_whole_service_sends_80_percent_of_what_the_gateway_takes(Channel channel) {
        assertThat(pace.atOnce(channel) + pace.afterwards(channel)).isEqualTo(2_400);
        assertThat(pace.atOnce(channel)).isEqualTo(240);
        assertThat(pace.inADay(channel)).isEqualTo(200_000);
    }
}

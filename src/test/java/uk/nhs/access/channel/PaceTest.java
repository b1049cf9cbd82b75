package uk.nhs.access.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"TEXT, 8, 72, 8000", "EMAIL, 16, 144, 16000"})
    void each_channel_has_a_pace_of_its_own(Channel channel, int atOnce, int afterwards, int inADay) {
        Pace uneven = new Pace(Defaults.with(
                ChannelSettings.class,
                Map.of(
                        "channel.texts-in-a-minute", "100",
                        "channel.emails-in-a-minute", "200",
                        "channel.texts-in-a-day", "10000",
                        "channel.emails-in-a-day", "20000")));

        assertThat(uneven.atOnce(channel)).isEqualTo(atOnce);
        assertThat(uneven.afterwards(channel)).isEqualTo(afterwards);
        assertThat(uneven.inADay(channel)).isEqualTo(inADay);
    }
}

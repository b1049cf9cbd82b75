package uk.nhs.access.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often codes are sent. The first five hold for each destination and for each account. */
@ConfigMapping(prefix = "limit")
public interface LimitSettings {

    /** The least time from one sending to the next for the same purpose. */
    @WithDefault("60s")
    Duration apart();

    @WithDefault("5")
    int inTenMinutes();

    @WithDefault("10")
    int inAnHour();

    @WithDefault("20")
    int inADay();

    /** How many sendings one client address may ask for in an hour, for whomever. */
    @WithDefault("30")
    int inAnHourByAddress();
}

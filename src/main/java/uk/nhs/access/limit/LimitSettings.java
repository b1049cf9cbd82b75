package uk.nhs.access.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often codes are sent. All but the last hold for each destination, and for each account. */
@ConfigMapping(prefix = "limit")
public interface LimitSettings {

    /** The least time from one sending to the next; for an account, from one to the next for the same purpose. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    Duration apart();

    @WithDefault("5")
    @Min(1) int inTenMinutes();

    @WithDefault("10")
    @Min(1) int inAnHour();

    @WithDefault("20")
    @Min(1) int inADay();

    /** How many sendings one client address may ask for in an hour, for whomever. */
    @WithDefault("30")
    @Min(1) int inAnHourByAddress();
}

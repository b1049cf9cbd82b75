package uk.nhs.access.recovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a recovery lasts, how often one is started, and how often the previous number may be guessed. */
@ConfigMapping(prefix = "recovery")
public interface RecoverySettings {

    /** From its start to the request for a change. */
    @WithDefault("15m")
    @DurationMin(seconds = 1)
    Duration lifetime();

    /** How many recoveries one account starts in an hour. */
    @WithDefault("10")
    @Min(1) int inAnHour();

    /** How many guesses at the previous number one account takes within {@link #numberTriesWithin}. */
    @WithDefault("3")
    @Min(1) int numberTries();

    @WithDefault("24h")
    @DurationMin(seconds = 1)
    @DurationMax(days = 30)
    Duration numberTriesWithin();
}

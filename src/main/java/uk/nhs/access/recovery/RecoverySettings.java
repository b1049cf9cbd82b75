package uk.nhs.access.recovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a recovery lasts, how often one is started, and how often the previous number may be guessed. */
@ConfigMapping(prefix = "recovery")
public interface RecoverySettings {

    /** From its start to the request for a change. */
    @WithDefault("15m")
    Duration lifetime();

    /** How many recoveries one account starts in an hour. */
    @WithDefault("10")
    int inAnHour();

    /** How many guesses at the previous number one account takes within {@link #numberTriesWithin}. */
    @WithDefault("3")
    int numberTries();

    @WithDefault("24h")
    Duration numberTriesWithin();
}

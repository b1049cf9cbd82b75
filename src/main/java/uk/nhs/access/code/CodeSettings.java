package uk.nhs.access.code;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How security codes are made, and how often they may be guessed. */
@ConfigMapping(prefix = "code")
public interface CodeSettings {

    @WithDefault("6")
    @Min(6) @Max(10) int digits();

    /** How long a code that was sent by text is good for (at most 10 minutes: NIST SP 800-63B-4, section 3.1.3.2). */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    Duration textValidity();

    /** How long a code that was sent by e-mail is good for (at most a day: the same, section 4.2.1.2). */
    @WithDefault("30m")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration emailValidity();

    /** How many guesses one code takes. */
    @WithDefault("5")
    @Min(1) @Max(10) int tries();

    /** How many wrong guesses in a row, of one account and purpose, block that purpose. */
    @WithDefault("10")
    @Min(1) int wrongInRow();

    /** How long the first block lasts. Each further one is twice as long. */
    @WithDefault("15m")
    @DurationMin(seconds = 1)
    Duration block();

    @WithDefault("24h")
    @DurationMin(seconds = 1)
    Duration blockMost();
}

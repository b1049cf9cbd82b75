package uk.nhs.access.unlock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long an unlock lasts, what it asks for, and how often it may be tried. */
@ConfigMapping(prefix = "unlock")
public interface UnlockSettings {

    /** From its start to the choice. */
    @WithDefault("15m")
    @DurationMin(seconds = 1)
    Duration lifetime();

    /** Whether the security questions are asked. Where they are not, and no code either, nobody unlocks an account by themselves. */
    @WithDefault("true")
    boolean questions();

    /** Whether a code by text is asked for as well, before the choice. */
    @WithDefault("false")
    boolean confirmByCode();

    /** How often codes that somebody asked for are looked for, to be sent. */
    @WithDefault("1s")
    @DurationMin(seconds = 1)
    Duration codesEvery();

    /** How often the details of one address may be given within a day; right ones count too, or the count would tell. */
    @WithDefault("5")
    @Min(1) int detailsInADay();

    /** How many unlocks one client address starts within an hour, for whomever. */
    @WithDefault("20")
    @Min(1) int inAnHourByAddress();

    /** How many rounds of answers, and of codes, there are within a day, over all unlocks of an address, and of an account. */
    @WithDefault("3")
    @Min(1) int roundsInADay();
}

package uk.nhs.access.passwordchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often the current password may be guessed at, and when people are reminded that theirs expires. */
@ConfigMapping(prefix = "password-change")
public interface PasswordChangeSettings {

    /** How many wrong current passwords one account takes within {@link #triesWithin}. */
    @WithDefault("5")
    @Min(1) int tries();

    @WithDefault("24h")
    @DurationMin(seconds = 1)
    Duration triesWithin();

    /** How many days before its password expires somebody is reminded. */
    @WithDefault("18,10,5,2,1")
    List<Integer> reminders();

    /** How often those who are to be reminded are looked for. */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    Duration remindEvery();

    /** How many people one round reminds at the most. */
    @WithDefault("500")
    @Min(1) int remindAtOnce();
}

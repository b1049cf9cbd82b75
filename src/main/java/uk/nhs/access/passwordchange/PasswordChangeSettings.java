package uk.nhs.access.passwordchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the current password may be guessed at. */
@ConfigMapping(prefix = "password-change")
public interface PasswordChangeSettings {

    /** How many wrong current passwords one account takes within {@link #triesWithin}. */
    @WithDefault("5")
    int tries();

    @WithDefault("24h")
    Duration triesWithin();
}

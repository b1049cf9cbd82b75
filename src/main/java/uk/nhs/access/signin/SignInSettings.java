package uk.nhs.access.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How often somebody may be wrong at sign-in. */
@ConfigMapping(prefix = "sign-in")
public interface SignInSettings {

    /** How many wrong passwords in a row lock an account (at most 100 by NIST SP 800-63B-4, section 3.2.2). */
    @WithDefault("10")
    @Min(3) @Max(100) int failures();
}

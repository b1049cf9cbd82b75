package uk.nhs.access.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** What a password must be, and how long it lasts. */
@ConfigMapping(prefix = "password")
public interface PasswordSettings {

    /** The least characters; the lists that are shipped know no shorter ones than 10. */
    @WithDefault("12")
    @Min(10) int shortest();

    @WithDefault("128")
    @Min(64) @Max(1000) int longest();

    /** How many guesses it takes at least, as zxcvbn estimates them. Less is common. */
    @WithDefault("100000000")
    @Min(1) long guesses();

    /** How many of the last passwords may not be chosen again, the present one among them. */
    @WithDefault("4")
    @Min(1) @Max(24) int remembered();

    /** How long a password lasts. */
    @WithDefault("365d")
    @DurationMin(seconds = 1)
    Duration validity();

    /** How long a temporary password lasts from when it was made. */
    @WithDefault("60m")
    @DurationMin(seconds = 1)
    Duration temporaryValidity();

    /** How long somebody who signed in with a temporary password has to change it. */
    @WithDefault("15m")
    @DurationMin(seconds = 1)
    Duration temporaryGrace();

    /** A file of further stolen passwords, each line the SHA-1 of one in hexadecimal, the first 16 digits at least. */
    Optional<Path> breachedFile();
}

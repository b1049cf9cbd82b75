package uk.nhs.access.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What one guess at a password costs, whoever makes it; the defaults are those of OWASP's «Password Storage». */
@ConfigMapping(prefix = "crypto.slow-hash")
public interface SlowHashSettings {

    /** The memory that one hash takes, in KiB. */
    @WithDefault("19456")
    @Min(8) @Max(1_048_576) int memory();

    /** How often that memory is gone over. */
    @WithDefault("2")
    @Min(1) @Max(100) int passes();

    @WithDefault("1")
    @Min(1) @Max(16) int lanes();

    /** How many hashes a replica computes at the same time; each takes its {@link #memory}. */
    @WithDefault("4")
    @Min(1) int atOnce();

    /** How many more wait for their turn at the most. */
    @WithDefault("44")
    @Min(1) int mostWaiting();

    /** How long one of these waits before it is refused. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration patience();
}

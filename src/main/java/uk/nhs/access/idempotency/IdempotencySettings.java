package uk.nhs.access.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long requests may be sent again. */
@ConfigMapping(prefix = "idempotency")
public interface IdempotencySettings {

    /** How long the answer to a key is kept. */
    @WithDefault("24h")
    @DurationMin(seconds = 1)
    Duration keptFor();

    /** Longer than any request takes. What is still marked as being worked on after it was left by a crash. */
    @WithDefault("1m")
    @DurationMin(seconds = 10)
    Duration longestWork();
}

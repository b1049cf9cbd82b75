package uk.nhs.access.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How accounts are taken in by the stream. */
@ConfigMapping(prefix = "provisioning")
public interface ProvisioningSettings {

    /** How many streams one replica works on at the same time. One more is asked to wait. */
    @WithDefault("2")
    @Min(1) int streamsAtOnce();

    /** How many lines are one transaction. */
    @WithDefault("200")
    @Min(1) @Max(1000) int linesAtOnce();

    /** How long a client may take to send the lines of one transaction, or to read their answers, before it is cut off. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    Duration patience();

    /** What {@code Retry-After} says to one stream too many, in seconds. */
    @WithDefault("30")
    @Min(1) int retryAfterBusy();
}

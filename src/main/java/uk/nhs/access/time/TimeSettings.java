package uk.nhs.access.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a replica takes its leave. */
@ConfigMapping(prefix = "time")
public interface TimeSettings {

    /** How long all that is done beside requests may take to end, together: whoever is to end has to be given that time. */
    @WithDefault("20s")
    @DurationMin(millis = 1)
    Duration toEnd();
}

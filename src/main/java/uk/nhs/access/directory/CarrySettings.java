package uk.nhs.access.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How changes are carried to directories. */
@ConfigMapping(prefix = "directory")
public interface CarrySettings {

    /** How long an account that is new to its organisation may take to come to the directory. */
    @WithDefault("24h")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 24)
    Duration firstSync();

    /** How long an unlocking is tried before it is given up with an alarm. */
    @WithDefault("7d")
    @DurationMin(seconds = 1)
    @DurationMax(days = 14)
    Duration giveUp();

    /** How long a password waits at the most, sealed, before it is wiped and given up. */
    @WithDefault("24h")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 24)
    Duration passwordLife();

    /** How many changes a replica carries to one directory at the same time. */
    @WithDefault("4")
    @Min(1) @Max(64) int senders();

    /** How often what is to be carried is looked for where nothing announced it. */
    @WithDefault("1s")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 5)
    Duration poll();

    /** How often what waits to be carried is counted, for the metrics. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    Duration watchEvery();

    /** How long one try may take before the change is up for another; longer than all time-outs of a try. */
    @WithDefault("2m")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration lease();

    /** The wait after the first failed try; it doubles with each further one. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    @DurationMax(hours = 1)
    Duration retryFirst();

    /** The longest wait between two tries, and the one for an account that is not in the directory yet. */
    @WithDefault("5m")
    @DurationMin(millis = 1)
    @DurationMax(hours = 1)
    Duration retryMost();
}

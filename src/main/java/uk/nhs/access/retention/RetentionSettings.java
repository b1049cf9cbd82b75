package uk.nhs.access.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long what is over is kept. */
@ConfigMapping(prefix = "retention")
public interface RetentionSettings {

    /** Codes, recoveries and unlocks, from their end on, and counts of sendings, tries and wrong guesses, from the last one on. */
    @WithDefault("30d")
    @DurationMin(days = 1)
    Duration codes();

    /** The numbers of phone changes, from their end on. What is shown of them stays with the change. */
    @WithDefault("30d")
    @DurationMin(days = 1)
    Duration numbers();

    /** Messages, from when they were sent or given up. */
    @WithDefault("90d")
    @DurationMin(days = 1)
    Duration messages();

    /** Delivery receipts of texts that nobody here is known to have sent. */
    @WithDefault("30d")
    @DurationMin(days = 1)
    Duration receipts();

    /** Events, from when they happened or were last sent again; longer than any is tried. */
    @WithDefault("30d")
    @DurationMin(days = 15)
    Duration events();

    /** Changes that were carried to a directory, or never came there, from then on. */
    @WithDefault("90d")
    @DurationMin(days = 1)
    Duration carriedChanges();

    /** History. The database itself keeps the last 365 days, whatever is set. */
    @WithDefault("730d")
    @DurationMin(days = 365)
    Duration history();

    /** How many rows one transaction removes at the most. */
    @WithDefault("1000")
    @Min(1) int batch();

    /** How often what is old is looked for. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    Duration every();
}

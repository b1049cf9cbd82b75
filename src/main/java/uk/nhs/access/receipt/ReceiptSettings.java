package uk.nhs.access.receipt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long receipts of texts that nobody here has sent are kept. */
@ConfigMapping(prefix = "receipt")
public interface ReceiptSettings {

    /** How long a receipt waits for the text that it is about. */
    @WithDefault("30d")
    @DurationMin(seconds = 1)
    Duration keptFor();

    /** How often receipts whose time is over are removed. */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    Duration forgetEvery();
}

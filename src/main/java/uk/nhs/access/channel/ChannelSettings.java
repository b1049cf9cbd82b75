package uk.nhs.access.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much the gateways take, and how much of that the whole service sends. */
@ConfigMapping(prefix = "channel")
public interface ChannelSettings {

    /** How many texts the gateway takes in a minute; GOV.UK Notify's limit. */
    @WithDefault("3000")
    @Min(1) int textsInAMinute();

    /** How many texts the gateway takes in a day, from midnight UTC; GOV.UK Notify's limit. */
    @WithDefault("250000")
    @Min(1) int textsInADay();

    /** How many e-mails the mail system takes in a minute. */
    @WithDefault("3000")
    @Min(1) int emailsInAMinute();

    /** How many e-mails the mail system takes in a day, from midnight UTC. */
    @WithDefault("250000")
    @Min(1) int emailsInADay();

    /** The part of each of these that the service sends at most. */
    @WithDefault("0.8")
    @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") BigDecimal share();

    /** How long codes may wait for their turn before no more of them are taken on. */
    @WithDefault("1m")
    @DurationMin(seconds = 1)
    Duration mostLag();

    /** After what time somebody who met a stopped channel is told to try again. */
    @WithDefault("5m")
    @DurationMin(seconds = 1)
    Duration retryStopped();
}

package uk.nhs.access.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How messages leave. */
@ConfigMapping(prefix = "notice")
public interface NoticeSettings {

    /** The adapter that texts leave by: {@code notify}, or in development {@code inbox}. */
    @WithDefault("notify")
    String text();

    /** The adapter that e-mails leave by: {@code smtp}, or in development {@code inbox}. */
    @WithDefault("smtp")
    String email();

    /** How many texts a replica hands over at the same time. */
    @WithDefault("32")
    @Min(1) int textSenders();

    /** The same for e-mails, each of which takes a connection: mail servers allow one client few. */
    @WithDefault("8")
    @Min(1) int mailSenders();

    /** How often the outbox is looked into where nothing announced a message. */
    @WithDefault("1s")
    @DurationMin(millis = 1)
    Duration poll();

    /** How often what has piled up is counted, for the metrics. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    Duration watchEvery();

    /** How long a sender may take for a text before it is up for another; longer than all time-outs of a try. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    Duration textLease();

    /** The same for an e-mail; longer than {@link #mailTimeout}. */
    @WithDefault("6m")
    @DurationMin(seconds = 1)
    Duration mailLease();

    /** How long the mail system may take for one e-mail: it may check it well before it answers (RFC 5321, 4.5.3.2). */
    @WithDefault("5m")
    @DurationMin(seconds = 1)
    Duration mailTimeout();

    /** The wait after the first failed try; it doubles with each further one. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration retryFirst();

    @WithDefault("5m")
    @DurationMin(millis = 1)
    Duration retryMost();

    /** How long a message is tried before it is given up with an alarm. */
    @WithDefault("3d")
    @DurationMin(seconds = 1)
    Duration giveUpAfter();
}

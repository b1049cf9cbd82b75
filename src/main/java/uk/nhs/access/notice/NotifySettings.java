package uk.nhs.access.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Where GOV.UK Notify is and how it knows us. */
@ConfigMapping(prefix = "notice.notify")
public interface NotifySettings {

    @WithDefault("https://api.notifications.service.gov.uk")
    URI url();

    /** As GOV.UK Notify shows it once: name, service id and secret, joined by hyphens. */
    Optional<String> apiKey();

    /** The one template that all texts use. Its body is {@code ((text))}. */
    Optional<String> templateId();

    /** The text message sender, when it is not the service's default one. */
    Optional<String> senderId();

    /** What GOV.UK Notify proves itself with when it brings delivery receipts: at least 32 characters of our choice each. */
    Optional<List<String>> receiptTokens();

    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration connectTimeout();

    /** From the first byte asked to the last byte answered. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration readTimeout();
}

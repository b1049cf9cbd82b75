package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.notice.Delivery.Later;

/** A text to a number of its own by way of the double of GOV.UK Notify, and a log that must say nothing of it. */
final class TextToNotify {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    final UUID reference = UUID.randomUUID();
    final String number = "+4477009" + String.format("%05d", Math.abs(reference.hashCode() % 90_000) + 1000);
    final String words = "Your code is 314159 " + reference;
    private final HeardLog log = HeardLog.start();
    private final NotifyDouble notify;

    TextToNotify(NotifyDouble notify) {
        this.notify = notify;
    }

    Delivery send(boolean maybeSentBefore) {
        return gateway(notify.apiKey()).send(outgoing(maybeSentBefore));
    }

    /** Waits only a moment for the answer. */
    Delivery sendHastily() {
        return gateway(notify.apiKey(), SHORT).send(outgoing(false));
    }

    OutgoingText outgoing(boolean maybeSentBefore) {
        return new OutgoingText(reference, number, words, maybeSentBefore);
    }

    NotifyTexts gateway(String apiKey) {
        return gateway(apiKey, PATIENCE);
    }

    private NotifyTexts gateway(String apiKey, Duration readTimeout) {
        return new NotifyTexts(
                new Settings(notify.url(), Optional.of(apiKey), Optional.of(notify.templateId()), readTimeout));
    }

    void assertLater(Delivery delivery, String why) {
        assertThat(delivery).isInstanceOfSatisfying(Later.class, later -> {
            assertThat(later.why()).contains(why).doesNotContain(number, "314159");
            assertThat(later.pause()).isNull();
        });
    }

    void assertUnsaid() {
        assertThat(log.stop()).doesNotContain(number, number.substring(3), "314159", "eyJ");
    }

    private record Settings(URI url, Optional<String> apiKey, Optional<String> templateId, Duration readTimeout)
            implements NotifySettings {

        @Override
        public Optional<String> senderId() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> receiptTokens() {
            return Optional.empty();
        }

        @Override
        public Duration connectTimeout() {
            return PATIENCE;
        }
    }
}

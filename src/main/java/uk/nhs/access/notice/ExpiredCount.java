package uk.nhs.access.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import uk.nhs.access.channel.Channel;

/**
 * Counts the messages that expired before they could leave, as {@code access_messages_expired_total}: only what was committed,
 * and none that was taken back.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class ExpiredCount {

    private final MeterRegistry metrics;

    ExpiredCount(MeterRegistry metrics) {
        this.metrics = metrics;
        Stream.of(Channel.values()).forEach(channel -> counted(new Expired(channel, 0)));
    }

    void counted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Expired expired) {
        metrics.counter("access.messages.expired", "channel", expired.channel().name())
                .increment(expired.messages());
    }
}

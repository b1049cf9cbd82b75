package uk.nhs.access.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.metric.BacklogGauges;

/**
 * Looks every so often at what has piled up in the outbox: {@code access_messages_waiting}, {@code
 * access_messages_oldest_age_seconds} and {@code access_messages_dead}.
 */
@Singleton
class OutboxWatch {

    private final Deliveries deliveries;
    private final BacklogGauges<Channel> gauges;

    OutboxWatch(Deliveries deliveries, MeterRegistry metrics) {
        this.deliveries = deliveries;
        gauges = new BacklogGauges<>(List.of(Channel.values()), channel -> Tag.of("channel", channel.name()), metrics);
        gauges.measure("access.messages.waiting", Backlog::waiting);
        gauges.measure("access.messages.oldest.age.seconds", Backlog::oldestAge);
        gauges.measure("access.messages.dead", Backlog::dead);
    }

    @Scheduled(every = "${notice.watch-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        gauges.lookAtEach(deliveries::backlog);
    }
}

package uk.nhs.access.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.metric.SeenGauges;

/**
 * Looks every so often at what has piled up in the outbox, as {@code access_messages_waiting}, {@code
 * access_messages_oldest_age_seconds} and {@code access_messages_dead}, and at how much of a channel's day is used up, as {@code
 * access_messages_day_used_ratio}.
 */
@Singleton
class OutboxWatch {

    private final Deliveries deliveries;
    private final SeenGauges<Channel, Backlog> backlogs;
    private final SeenGauges<Channel, Double> days;

    OutboxWatch(Deliveries deliveries, MeterRegistry metrics) {
        this.deliveries = deliveries;
        backlogs = gauges(metrics);
        backlogs.measure("access.messages.waiting", Backlog::waiting);
        backlogs.measure("access.messages.oldest.age.seconds", Backlog::oldestAge);
        backlogs.measure("access.messages.dead", Backlog::dead);
        days = gauges(metrics);
        days.measure("access.messages.day.used.ratio", Double::doubleValue);
    }

    @Scheduled(every = "${notice.watch-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        backlogs.lookAtEach(deliveries::backlog);
        days.lookAtEach(deliveries::dayUsed);
    }

    private static <V> SeenGauges<Channel, V> gauges(MeterRegistry metrics) {
        return new SeenGauges<>(List.of(Channel.values()), channel -> Tag.of("channel", channel.name()), metrics);
    }
}

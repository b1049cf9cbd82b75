package uk.nhs.access.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import uk.nhs.access.channel.Channel;

/**
 * Looks every so often at what has piled up in the outbox: {@code access_messages_waiting}, {@code
 * access_messages_oldest_age_seconds} and {@code access_messages_dead}. All replicas see the same.
 */
@Singleton
class OutboxWatch {

    private final Deliveries deliveries;
    private final Map<Channel, Backlog> seen = new ConcurrentHashMap<>();

    OutboxWatch(Deliveries deliveries, MeterRegistry metrics) {
        this.deliveries = deliveries;
        for (Channel channel : Channel.values()) {
            measure(metrics, "access.messages.waiting", channel, Backlog::waiting);
            measure(metrics, "access.messages.oldest.age.seconds", channel, Backlog::oldestAge);
            measure(metrics, "access.messages.dead", channel, Backlog::dead);
        }
    }

    private void measure(MeterRegistry metrics, String name, Channel channel, ToDoubleFunction<Backlog> what) {
        Gauge.builder(name, () -> what.applyAsDouble(seen.getOrDefault(channel, Backlog.UNKNOWN)))
                .tag("channel", channel.name())
                .register(metrics);
    }

    @Scheduled(every = "${notice.watch-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (Channel channel : Channel.values()) {
            seen.put(channel, backlog(channel));
        }
    }

    /** What was seen last would look as if all was well. The outage itself is others' to tell. */
    private Backlog backlog(Channel channel) {
        try {
            return deliveries.backlog(channel);
        } catch (RuntimeException away) {
            return Backlog.UNKNOWN;
        }
    }
}

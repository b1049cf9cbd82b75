package uk.nhs.access.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Looks every so often at how far the receivers are behind: {@code access_events_waiting}, {@code
 * access_events_oldest_age_seconds} and {@code access_events_dead}. All replicas see the same.
 */
@Singleton
class ReceiverWatch {

    private final Receivers receivers;
    private final Deliveries deliveries;
    private final Map<Receiver, Backlog> seen = new ConcurrentHashMap<>();

    ReceiverWatch(Receivers receivers, Deliveries deliveries, MeterRegistry metrics) {
        this.receivers = receivers;
        this.deliveries = deliveries;
        receivers.all().forEach(receiver -> {
            measure(metrics, "access.events.waiting", receiver, Backlog::waiting);
            measure(metrics, "access.events.oldest.age.seconds", receiver, Backlog::oldestAge);
            measure(metrics, "access.events.dead", receiver, Backlog::dead);
        });
    }

    private void measure(MeterRegistry metrics, String name, Receiver receiver, ToDoubleFunction<Backlog> what) {
        Gauge.builder(name, () -> what.applyAsDouble(seen.getOrDefault(receiver, Backlog.UNKNOWN)))
                .tag("receiver", receiver.name())
                .register(metrics);
    }

    @Scheduled(every = "${event.watch-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        receivers.all().forEach(receiver -> seen.put(receiver, backlog(receiver)));
    }

    /** What was seen last would look as if all was well. The outage itself is others' to tell. */
    private Backlog backlog(Receiver receiver) {
        try {
            return deliveries.backlog(receiver);
        } catch (RuntimeException away) {
            return Backlog.UNKNOWN;
        }
    }
}

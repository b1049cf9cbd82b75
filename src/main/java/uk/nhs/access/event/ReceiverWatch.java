package uk.nhs.access.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.metric.SeenGauges;

/**
 * Looks every so often at how far the receivers are behind: {@code access_events_waiting}, {@code
 * access_events_oldest_age_seconds} and {@code access_events_dead}.
 */
@Singleton
class ReceiverWatch {

    private final Deliveries deliveries;
    private final SeenGauges<Receiver, Backlog> gauges;

    ReceiverWatch(Receivers receivers, Deliveries deliveries, MeterRegistry metrics) {
        this.deliveries = deliveries;
        gauges = new SeenGauges<>(receivers.all(), receiver -> Tag.of("receiver", receiver.name()), metrics);
        gauges.measure("access.events.waiting", Backlog::waiting);
        gauges.measure("access.events.oldest.age.seconds", Backlog::oldestAge);
        gauges.measure("access.events.dead", Backlog::dead);
    }

    @Scheduled(every = "${event.watch-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        gauges.lookAtEach(deliveries::backlog);
    }
}

package uk.nhs.access.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** The couriers of this replica, one for each receiver, from its start to its end. */
@ApplicationScoped
class Couriers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Courier> couriers;

    Couriers(Receivers receivers, Deliveries deliveries, Push push, EventSettings settings) {
        couriers = receivers.all().stream()
                .map(receiver -> new Courier(receiver, deliveries, push, settings))
                .toList();
    }

    void start(@Observes StartupEvent start) {
        couriers.forEach(Courier::start);
    }

    void stop(@Observes ShutdownEvent stop) {
        couriers.forEach(courier -> courier.stop(PATIENCE));
    }
}

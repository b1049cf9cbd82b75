package uk.nhs.access.event;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import uk.nhs.access.time.Background;

/** The couriers of this replica, one for each receiver, from its start to its end. */
@ApplicationScoped
class Couriers implements Background {

    private final List<Courier> couriers;

    Couriers(Receivers receivers, Deliveries deliveries, Push push, EventSettings settings) {
        couriers = receivers.all().stream()
                .map(receiver -> new Courier(receiver, deliveries, push, settings))
                .toList();
    }

    void start(@Observes StartupEvent start) {
        couriers.forEach(Courier::start);
    }

    @Override
    public void close() {
        couriers.forEach(Courier::close);
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        for (Courier courier : couriers) {
            courier.awaitEnd();
        }
    }
}

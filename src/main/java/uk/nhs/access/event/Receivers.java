package uk.nhs.access.event;

import static uk.nhs.access.problem.Cid.NOT_FOUND;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import uk.nhs.access.problem.Problem;

/** The services that listen. */
@Startup // a receiver that is set up wrongly stops the start
@Singleton
class Receivers {

    private final List<Receiver> all;

    Receivers(EventSettings settings) {
        all = settings.receivers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(listener -> Receiver.of(listener.getKey(), listener.getValue()))
                .toList();
    }

    /** By their names. */
    List<Receiver> all() {
        return all;
    }

    /** @throws Problem NOT_FOUND if there is none of that name */
    Receiver named(String name) {
        return all.stream()
                .filter(receiver -> receiver.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(NOT_FOUND));
    }
}

package uk.nhs.access.event;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A service that listens, as it was configured and found to be sound.
 *
 * @param authorization what the header of that name says, or null
 */
record Receiver(
        String name,
        URI url,
        String audience,
        Set<String> events,
        @Nullable String authorization) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static Receiver of(String name, EventSettings.Listener listener) {
        String setting = "EVENT_RECEIVERS_" + name.toUpperCase(Locale.ROOT);
        if (!isSafe(listener.url())) {
            throw new IllegalStateException(setting + "_URL must begin with https, or events travel in clear");
        }
        Set<String> unknown = new TreeSet<>(listener.events().orElse(Set.of()));
        unknown.removeAll(SecurityEvent.Kind.labels());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(setting + "_EVENTS lists what is no event: " + unknown);
        }
        return new Receiver(
                name,
                listener.url(),
                listener.audience(),
                listener.events().orElse(SecurityEvent.Kind.labels()),
                listener.authorization().orElse(null));
    }

    boolean wants(SecurityEvent event) {
        return events.contains(event.kind().label());
    }

    private static boolean isSafe(URI url) {
        return Optional.ofNullable(url.getHost())
                .filter(host -> "https".equalsIgnoreCase(url.getScheme())
                        || "http".equalsIgnoreCase(url.getScheme()) && THIS_MACHINE.contains(host))
                .isPresent();
    }

    @Override
    public String toString() {
        return "Receiver " + name;
    }
}

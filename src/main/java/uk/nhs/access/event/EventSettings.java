package uk.nhs.access.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import uk.nhs.access.crypto.SigningAlgorithm;

/** Which services are told of what, and how. */
@ConfigMapping(prefix = "event")
public interface EventSettings {

    /** The services that events are pushed to, each under a name of its own. */
    Map<String, Listener> receivers();

    /** The {@code iss} of the events. Needed where there are receivers. */
    Optional<String> issuer();

    /**
     * RSA keys, each as {@code id:file} of a PKCS#8 PEM file, or {@code id:base64} of its content. The first one signs, all
     * are published. Needed where there are receivers.
     */
    Optional<List<String>> signingKeys();

    @WithDefault("RS256")
    SigningAlgorithm algorithm();

    /** Whether a key is made at each start where none is listed. Refused in production, where replicas share theirs. */
    @WithDefault("false")
    boolean throwAwayKey();

    /** How many events a replica pushes to one receiver at the same time. */
    @WithDefault("2")
    @Min(1) int senders();

    /** How often what is to be pushed is looked for. */
    @WithDefault("1s")
    @DurationMin(millis = 1)
    Duration poll();

    /** How often what has piled up is counted, for the metrics. */
    @WithDefault("15s")
    @DurationMin(millis = 1)
    Duration watchEvery();

    /** How long one try may take before the event is up for another; longer than both time-outs together. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    Duration lease();

    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration connectTimeout();

    /** From the first byte asked to the last byte answered. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration readTimeout();

    /** The wait after the first failed try; it doubles with each further one. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration retryFirst();

    @WithDefault("5m")
    @DurationMin(millis = 1)
    Duration retryMost();

    /** How long an event is tried before it is given up with an alarm; well below the time for which it is kept. */
    @WithDefault("7d")
    @DurationMin(seconds = 1)
    @DurationMax(days = 14)
    Duration giveUpAfter();

    /** One service that listens. */
    interface Listener {

        /** Where it takes events (RFC 8935): https, or http on this machine. */
        URI url();

        /** The {@code aud} that stands for it. */
        String audience();

        /** The events that it is told of, by the names of {@link SecurityEvent.Kind}; all where the list is left out. */
        Optional<Set<String>> events();

        /** What the header {@code Authorization} says to it, where it asks for one. */
        Optional<String> authorization();
    }
}

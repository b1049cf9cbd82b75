package uk.nhs.access.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one message handed to a gateway. Its words are safe to log. */
public sealed interface Delivery {

    /**
     * The gateway has taken the message over.
     *
     * @param providerId the gateway's own name for it
     */
    record Accepted(String providerId) implements Delivery {}

    /**
     * Not known to be accepted: hand it over again, as one that may have been sent before.
     *
     * @param pause how long the gateway asked to be left alone; null for the ordinary backoff
     */
    record Later(String why, @Nullable Duration pause) implements Delivery {

        Later(String why) {
            this(why, null);
        }
    }

    /** This address, or this content, will never be accepted. */
    record Refused(String why) implements Delivery {}
}

package uk.nhs.access.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receiver as those see it who run the service.
 *
 * @param waiting events that it has not taken yet
 * @param oldestWaiting when the oldest of these was queued
 * @param dead events that were given up
 */
record ReceiverView(String name, long waiting, @Nullable Instant oldestWaiting, long dead) {

    static ReceiverView from(Receiver receiver, Standing waiting, Standing dead) {
        return new ReceiverView(receiver.name(), waiting.count(), waiting.oldest(), dead.count());
    }
}

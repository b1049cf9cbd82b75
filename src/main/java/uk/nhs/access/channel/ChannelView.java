package uk.nhs.access.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as those see it who may stop it.
 *
 * @param stoppedBy the name of the caller who stopped it
 */
record ChannelView(
        Channel channel,
        boolean stopped,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedBy,
        @Nullable String reason) {

    static ChannelView from(ChannelState state) {
        return state.stop()
                .map(stop -> new ChannelView(state.name(), true, stop.since(), stop.by(), stop.reason()))
                .orElseGet(() -> new ChannelView(state.name(), false, null, null, null));
    }
}

package uk.nhs.access.channel;

import static uk.nhs.access.alarm.Alarm.CHANNEL_STOPPED;

import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import uk.nhs.access.alarm.Alarms;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** Stops a channel and opens it again. What waits to leave by it waits on, and what would come too late ends. */
@UseCase
class ChannelService {

    private static final Logger LOG = Logger.getLogger(ChannelService.class);

    private final Callers callers;
    private final Channels channels;
    private final Alarms alarms;

    ChannelService(Callers callers, Channels channels, Alarms alarms) {
        this.callers = callers;
        this.channels = channels;
        this.alarms = alarms;
    }

    List<ChannelView> all() {
        return Arrays.stream(Channel.values())
                .map(channels::findById)
                .map(ChannelView::from)
                .toList();
    }

    ChannelView stop(Channel channel, String reason) {
        Locked<ChannelState> locked = channels.lock(channel);
        boolean wasOpen = locked.row().stop().isEmpty();
        locked.row().stop(callers.subject().name(), reason, locked.now());
        LOG.warnf("%s was stopped by %s", channel, callers.subject().name());
        if (wasOpen) {
            alarms.raise(CHANNEL_STOPPED, channel);
        }
        return ChannelView.from(locked.row());
    }

    ChannelView open(Channel channel) {
        ChannelState state = channels.lock(channel).row();
        state.open();
        LOG.warnf("%s was opened by %s", channel, callers.subject().name());
        return ChannelView.from(state);
    }
}

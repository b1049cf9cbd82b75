package uk.nhs.access.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import uk.nhs.access.channel.Channel;

/** All lanes of this replica, from its start to its end. */
@ApplicationScoped
class Lanes {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<Channel, Lane> lanes = new EnumMap<>(Channel.class);

    Lanes(Deliveries deliveries, Sender sender, NoticeSettings settings) {
        for (Channel channel : Channel.values()) {
            lanes.put(channel, new Lane(channel, deliveries, sender, settings));
        }
    }

    void start(@Observes StartupEvent start) {
        lanes.values().forEach(Lane::start);
    }

    void stop(@Observes ShutdownEvent stop) {
        lanes.values().forEach(lane -> lane.stop(PATIENCE));
    }

    /** Heard only once what was queued is committed: before, no lane could see it. */
    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Queued queued) {
        lanes.get(queued.channel()).wake();
    }
}

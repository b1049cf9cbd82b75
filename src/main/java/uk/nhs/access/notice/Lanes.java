package uk.nhs.access.notice;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Map;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.time.Background;

/** All lanes of this replica, from its start to its end. */
@ApplicationScoped
class Lanes implements Background {

    private final Map<Channel, Lane> lanes = new EnumMap<>(Channel.class);

    Lanes(Deliveries deliveries, Sender sender, NoticeSettings settings) {
        for (Channel channel : Channel.values()) {
            lanes.put(channel, new Lane(channel, deliveries, sender, settings));
        }
    }

    void start(@Observes StartupEvent start) {
        lanes.values().forEach(Lane::start);
    }

    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        for (Lane lane : lanes.values()) {
            lane.awaitEnd();
        }
    }

    /** Heard only once what was queued is committed: before, no lane could see it. */
    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Queued queued) {
        lanes.get(queued.channel()).wake();
    }
}

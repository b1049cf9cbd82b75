package uk.nhs.access.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All channels: as many rows as there are. */
@ApplicationScoped
class Channels implements PanacheRepositoryBase<ChannelState, Channel> {

    private final DatabaseClock clock;

    Channels(DatabaseClock clock) {
        this.clock = clock;
    }

    Locked<ChannelState> lock(Channel channel) {
        return clock.lock(
                        ChannelState.class, "select * from channel where name = :name", Map.of("name", channel.name()))
                .orElseThrow();
    }
}

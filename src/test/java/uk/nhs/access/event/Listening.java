package uk.nhs.access.event;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import uk.nhs.access.support.FreePort;

/** Two services listen: one to everything, one to locks alone. */
public class Listening implements QuarkusTestProfile {

    static final String ALL = "event.receivers.all.url";
    static final String LOCKS = "event.receivers.locks.url";
    static final String SECRET = "Bearer of-the-receiver-of-all";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("event.issuer", ReceiverDouble.ISSUER),
                Map.entry(ALL, "http://127.0.0.1:" + FreePort.next() + "/events"),
                Map.entry("event.receivers.all.audience", "all"),
                Map.entry("event.receivers.all.authorization", SECRET),
                Map.entry(LOCKS, "http://127.0.0.1:" + FreePort.next() + "/events"),
                Map.entry("event.receivers.locks.audience", "locks"),
                Map.entry("event.receivers.locks.events", "AccountLocked,AccountUnlocked"),
                Map.entry("event.poll", "20ms"),
                Map.entry("event.read-timeout", "2s"),
                Map.entry("event.retry-first", "50ms"),
                Map.entry("event.retry-most", "200ms"));
    }
}

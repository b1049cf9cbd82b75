package uk.nhs.access.unlock;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Clients and addresses that may start as many unlocks as a test needs. */
public class Unhurried implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("unlock.in-an-hour-by-address", "100000");
    }
}

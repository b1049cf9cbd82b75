package uk.nhs.access.unlock;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Hashes that cost next to nothing, so that what else takes time can be seen, and no limits that a test could reach. */
public class CheapHashes implements QuarkusTestProfile {

    private static final String UNREACHED = "1000000";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "crypto.slow-hash.memory",
                "64",
                "crypto.slow-hash.passes",
                "1",
                "web.even-time",
                "20ms",
                "unlock.in-an-hour-by-address",
                UNREACHED,
                "unlock.details-in-a-day",
                UNREACHED,
                "unlock.rounds-in-a-day",
                UNREACHED);
    }
}

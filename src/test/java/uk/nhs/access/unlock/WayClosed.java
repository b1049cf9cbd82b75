package uk.nhs.access.unlock;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Neither questions nor a code: nobody unlocks an account by themselves. */
public class WayClosed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("unlock.questions", "false");
    }
}

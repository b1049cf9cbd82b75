package uk.nhs.access.unlock;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A code by text is asked for after the answers. */
public class WithCode implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("unlock.confirm-by-code", "true");
    }
}

package uk.nhs.access.unlock;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** No questions are asked, and a code by text is. */
public class CodeAlone implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("unlock.questions", "false", "unlock.confirm-by-code", "true");
    }
}

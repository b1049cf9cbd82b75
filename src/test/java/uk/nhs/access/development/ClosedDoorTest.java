package uk.nhs.access.development;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ClosedDoorTest.Closed.class)
class ClosedDoorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dev/tokens",
                "/dev/tokens/amina",
                "/dev/messages",
                "/dev/messages.json",
                "/dev/messages/latest/code",
                "/dev/cancel",
                "/dev/cancel.js",
                "/dev/swagger-roles.js",
                "/dev/swagger-examples.js"
            })
    void outside_development_its_paths_are_as_unknown_as_any_other(String path) {
        given().get(path).then().statusCode(404).body("cid", equalTo("CID1005"));
    }

    public static class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("development.enabled", "false");
        }
    }
}

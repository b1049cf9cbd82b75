package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.Management;

/** What those who run the service look at stands at a port of its own, which nobody passes on to the public. */
@QuarkusTest
class ManagementPortTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/health", "/q/metrics"})
    void health_and_metrics_are_at_their_own_port_and_not_beside_the_api(String path) {
        assertThat(Management.get(path).statusCode()).isEqualTo(200);
        assertThat(RestAssured.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/", "/v1/event-keys"})
    void the_api_and_its_contract_stay_where_they_are(String path) {
        assertThat(RestAssured.get(path).statusCode()).isEqualTo(200);
        assertThat(Management.get(path).statusCode()).isEqualTo(404);
    }
}

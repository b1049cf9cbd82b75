package uk.nhs.access.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractFilterTest {

    private HttpServer server;
    private String answer;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_right_answer_passes_and_can_still_be_read() {
        answer = "{\"items\": []}";
        var body = request().get("/v1/phone-changes").then().statusCode(200).body("items", hasSize(0));
        assertThat(body.extract().asString()).isEqualTo(answer);
    }

    @Test
    void a_wrong_answer_fails_the_test_and_says_why() {
        answer = "{\"items\": [], \"total\": 0}";
        assertThatThrownBy(() -> request().get("/v1/phone-changes"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/phone-changes answered with 200")
                .hasMessageContaining("total")
                .hasMessageContaining(answer);
    }

    @Test
    void a_wrong_request_that_succeeds_fails_the_test() {
        answer = "{\"state\":\"CANCELLED\",\"newNumber\":\"•••• •••123\",\"cancelledAt\":\"2026-11-22T18:30:00Z\"}";
        assertThatCode(() -> redeem(Map.of("token", "abc"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> redeem(Map.of("token", 7))).hasMessageContaining("request/token");
    }

    @Test
    void what_is_not_under_v1_is_left_alone() {
        answer = "anything";
        assertThat(request().get("/q/health").asString()).isEqualTo("anything");
    }

    private void redeem(Map<String, Object> body) {
        request().contentType("application/json").body(body).post("/v1/cancel-tokens/redeem");
    }

    private RequestSpecification request() {
        return given().baseUri("http://localhost")
                .port(server.getAddress().getPort())
                .filter(new ContractFilter());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

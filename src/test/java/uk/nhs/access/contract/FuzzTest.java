package uk.nhs.access.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestTokens;

/**
 * Each operation, asked for whatever comes to mind: it answers as the contract says, and never with a failure of its own.
 *
 * <p>How often, {@code -Dfuzz.times} says; {@code -Dfuzz.seed} repeats what was seen.
 */
@QuarkusTest
class FuzzTest {

    private static final int TIMES = Integer.getInteger("fuzz.times", 25);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final List<String> OF_THE_INSIDE =
            List.of("Exception", "uk.nhs.access", "at java.", "hibernate", "postgres", "SQLSTATE");

    private final Person person = Person.fresh();

    static List<Operation> operations() {
        return new Contract().operations();
    }

    @AfterEach
    void open_what_was_stopped() {
        Rows.change(
                "update channel set stopped_at = null, stopped_by = null, reason = null where stopped_at is not null");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatever_is_asked_is_answered_as_the_contract_says(Operation operation) {
        Fuzz fuzz = new Fuzz(SEED ^ operation.toString().hashCode(), known());
        for (int time = 0; time < TIMES; time++) {
            String path = fuzz.path(operation);
            String body = operation.requestBody().exists() ? fuzz.body(operation) : "";
            Response answer = send(operation, path, body, fuzz.language());

            assertThat(answer.statusCode())
                    .as("%s %s %s, seed %d: %s", operation.method(), path, body, SEED, answer.asString())
                    .isLessThan(500);
            assertThat(answer.asString()).doesNotContain(OF_THE_INSIDE);
        }
    }

    private Response send(Operation operation, String path, String body, String language) {
        RequestSpecification request = given().filter(new ContractFilter())
                .urlEncodingEnabled(false)
                .header("Accept-Language", language)
                .auth()
                .oauth2(token(operation));
        if (!body.isEmpty()) {
            String type = operation.requestBody().at("content").names().stream()
                    .findFirst()
                    .orElseThrow();
            request.contentType(type).body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.request(operation.method(), path);
    }

    /** Of somebody who may come in. */
    private String token(Operation operation) {
        Set<String> scopes = Door.of(operation).scopes();
        if (scopes.contains("recoveries")) {
            return TestTokens.lostPhone(person.subject()).mint();
        }
        return person.token()
                .scope(scopes.toArray(String[]::new))
                .claim("organisation", List.of("RXX"))
                .mint();
    }

    private Map<String, JsonNode> known() {
        return Map.of(
                "account", TextNode.valueOf(person.account().toString()),
                "emailAddress", TextNode.valueOf(person.address()),
                "mobileNumber", TextNode.valueOf(Person.freshNumber()),
                "ods", TextNode.valueOf("RXX"),
                "id", TextNode.valueOf(person.account().toString()));
    }
}

package uk.nhs.access.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.contract.Fuzz.Asked;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Rows;

/**
 * Each operation, asked for whatever comes to mind: it answers as the contract says, and never with a failure of its own.
 *
 * <p>How often, {@code -Dfuzz.times} says; {@code -Dfuzz.seed} repeats what was seen.
 */
@QuarkusTest
class FuzzTest {

    private static final int TIMES = Integer.getInteger("fuzz.times", 20);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final List<String> OF_THE_INSIDE =
            List.of("Exception", "uk.nhs.access", "at java.", "hibernate", "postgres", "SQLSTATE");
    private static final Object[] AT_THE_DOOR = {400, 401, 403, 404, 405, 415};

    /** There is no receiver in tests that are not about events. */
    private static final Object[] NOBODY_LISTENS = {401, 403, 405};

    static List<Operation> operations() {
        return new Contract().operations();
    }

    @AfterEach
    void open_what_was_stopped() {
        Rows.change(
                "update channel set stopped_at = null, stopped_by = null, reason = null where stopped_at is not null");
    }

    /** Nobody who asks after this is held to how much was asked for here. */
    @AfterAll
    static void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatever_is_asked_is_answered_as_the_contract_says(Operation operation) {
        Fuzz fuzz = new Fuzz(SEED ^ operation.toString().hashCode(), Scene.of(operation));
        assertThat(send(operation, fuzz.right(operation)).statusCode())
                .as("what is right gets further than the door")
                .isNotIn(operation.path().contains("{name}") ? NOBODY_LISTENS : AT_THE_DOOR);
        for (int time = 0; time < TIMES; time++) {
            Asked asked = fuzz.any(operation);
            Response answer = send(operation, asked);

            assertThat(answer.statusCode())
                    .as("%s %s, seed %d: %s", operation.method(), asked, SEED, answer.asString())
                    .isLessThan(500);
            assertThat(answer.asString()).doesNotContain(OF_THE_INSIDE);
        }
    }

    private static Response send(Operation operation, Asked asked) {
        RequestSpecification request = given().filter(new ContractFilter())
                .urlEncodingEnabled(false)
                .headers(asked.headers())
                .auth()
                .oauth2(asked.token());
        if (!asked.body().isEmpty()) {
            request.contentType(asked.mediaType()).body(asked.body().getBytes(StandardCharsets.UTF_8));
        }
        Response answer = request.request(operation.method(), asked.path());
        System.err.println("FUZZ " + operation + " " + answer.statusCode());
        return answer;
    }
}

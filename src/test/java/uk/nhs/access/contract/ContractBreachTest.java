package uk.nhs.access.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the contract refuses what it must: a check that cannot fail says nothing. */
class ContractBreachTest {

    private static final Contract CONTRACT = new Contract();
    private static final String CHANGES = "/v1/phone-changes";
    private static final String ASKED = "{\"mobileNumber\": \"07700 900123\"}";

    @Test
    void a_right_exchange_keeps_the_contract_and_so_does_a_wrong_request_that_is_refused() {
        breaches(created(ASKED, example("awaitingCode"))).isEmpty();
        breaches(refused("POST", CHANGES, "REQUEST_INVALID")).isEmpty();
        breaches(refused("PUT", CHANGES, "METHOD_NOT_ALLOWED")).isEmpty();
        breaches(refused("GET", CHANGES + "/7/confirmation/x", "NOT_FOUND")).isEmpty();
        breaches(refused("GET", CHANGES + "/7", "PHONE_CHANGE_UNKNOWN")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {
            []
            {}
            {"mobileNumber": 7700900123}
            {"mobileNumber": null}
            {"mobileNumber": ""}
            {"mobileNumber": "07700 900123", "country": "GB"}
            ''
            """)
    void a_wrong_request_must_not_succeed(String body) {
        breaches(created(body, example("awaitingCode"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attemptsLeft  | 5
            id            | 7
            state         | GONE
            newNumber     | 07700 900123
            requestedAt   | yesterday
            requestedAt   | 2026-11-22T10:00:00+01:00
            secret        | 1
            appliesAt     | 2026-11-23T10:04:09Z
            endedAt       | 2026-11-23T10:04:09Z
            """)
    void a_wrong_value_or_one_too_many_is_a_breach(String property, String value) {
        breaches(created(ASKED, example("awaitingCode").put(property, value))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "state", "origin", "newNumber", "requestedAt", "attemptsLeft", "codeExpiresAt"})
    void a_missing_value_is_a_breach(String property) {
        var body = example("awaitingCode");
        body.remove(property);
        breaches(created(ASKED, body)).isNotEmpty();
    }

    @Test
    void a_value_of_another_type_or_null_is_a_breach() {
        breaches(created(ASKED, example("awaitingCode").putNull("currentNumber")))
                .isNotEmpty();
        breaches(created(ASKED, example("awaitingCode").put("id", 7))).isNotEmpty();
    }

    @Test
    void an_undocumented_status_or_operation_is_a_breach() {
        var right = created(ASKED, example("awaitingCode"));
        breaches(new Exchange("POST", CHANGES, ASKED, 200, right.headers(), right.answerBody()))
                .hasSize(1);
        breaches(new Exchange("PUT", CHANGES, "", 200, Map.of(), "")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Location", "Cache-Control", "Content-Type"})
    void a_missing_header_is_a_breach(String header) {
        var right = created(ASKED, example("awaitingCode"));
        var headers = new LinkedHashMap<>(right.headers());
        headers.remove(header);
        breaches(new Exchange("POST", CHANGES, ASKED, 201, headers, right.answerBody()))
                .hasSize(1);
    }

    @Test
    void a_problem_must_be_among_those_of_the_operation_and_say_its_status() {
        var gone = example("PHONE_CHANGE_UNKNOWN").put("status", 410);
        breaches(refused("GET", CHANGES + "/7", 404, gone)).hasSize(1);
        breaches(refused("GET", CHANGES + "/7", "CANCEL_LINK_UNKNOWN")).hasSize(1);
        breaches(refused("GET", CHANGES + "/7", "NOT_FOUND")).hasSize(1);
    }

    @Test
    void a_problem_is_a_problem_where_nothing_is_documented_too() {
        var html = new Exchange("GET", "/v1/nothing", "", 404, Map.of("Content-Type", "text/html"), "<html>");
        breaches(html).hasSize(1);
        var bare = example("NOT_FOUND");
        bare.remove("cid");
        breaches(refused("GET", "/v1/nothing", 404, bare)).isNotEmpty();
    }

    private static ListAssert<String> breaches(Exchange exchange) {
        return assertThat(CONTRACT.breaches(exchange));
    }

    private static ObjectNode example(String name) {
        return CONTRACT.file()
                .at("components", "examples", name, "value")
                .node()
                .deepCopy();
    }

    private static Exchange created(String request, ObjectNode answer) {
        var headers = Map.of(
                "Content-Type",
                "application/json;charset=UTF-8",
                "Cache-Control",
                "no-store",
                "Location",
                CHANGES + "/" + answer.path("id").asText());
        return new Exchange("POST", CHANGES, request, 201, headers, answer.toString());
    }

    private static Exchange refused(String method, String path, String name) {
        var problem = example(name);
        return refused(method, path, problem.path("status").asInt(), problem);
    }

    private static Exchange refused(String method, String path, int status, ObjectNode problem) {
        var headers = Map.of(
                "Content-Type", "application/problem+json", "Cache-Control", "no-store", "Content-Language", "en");
        return new Exchange(method, path, "", status, headers, problem.toString());
    }
}

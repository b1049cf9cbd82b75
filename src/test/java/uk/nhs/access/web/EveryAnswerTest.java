package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;

/** What every answer has, to whatever was asked: a problem in JSON, and headers that keep it safe. */
@QuarkusTest
class EveryAnswerTest {

    private static final Map<String, String> SAFE = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff");

    @ParameterizedTest
    @CsvSource({
        "/v1/phone-changes, 'GET, POST'", "/v1/phone-changes/x, 'DELETE, GET'", "/v1/phone-changes/x/resend, POST",
        "/v1/phone-changes/x/confirmation, POST", "/v1/cancel-tokens/lookup, POST", "/v1/cancel-tokens/redeem, POST"
    })
    void a_wrong_method_is_told_the_right_ones(String path, String allowed) {
        for (String method : List.of("TRACE", "PUT", "PATCH", "CONNECT", "PROPFIND", "get")) {
            Answer answer = safe(RawHttp.send(method + " " + path, "X-Secret: reflected"));

            assertRefused(answer, 405, "CID1006");
            assertThat(answer.header("Allow")).isEqualTo(allowed);
            assertThat(answer.toString()).doesNotContain("reflected");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/phone-changes, 'GET, POST'",
        "/v1/phone-changes/x, 'DELETE, GET'",
        "/v1/phone-changes/x/resend, POST",
        "/v1/recoveries, POST",
        "/v1/recoveries/x/email-code, POST",
        "/v1/recoveries/x/email-code/check, POST",
        "/v1/cancel-tokens/lookup, POST",
        "/v1/account, GET"
    })
    void whoever_asks_for_the_methods_is_told_the_same(String path, String allowed) {
        Answer answer = safe(RawHttp.send("OPTIONS " + path));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_path_that_does_not_exist_has_no_methods() {
        for (String path :
                List.of("/v1/nothing", "/v1/cancel-tokens", "/v1/cancel-tokens/redeem/x", "/v1/recoveries/x")) {
            Answer answer = safe(RawHttp.send("OPTIONS " + path));

            assertRefused(answer, 404, "CID1005");
            assertThat(answer.header("Allow")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "text/html,application/xhtml+xml",
                "image/*",
                "///",
                "application/json;q=0"
            })
    void nobody_gets_anything_but_json(String accepted) {
        Answer operation = safe(RawHttp.send("GET /v1/phone-changes", "Accept: " + accepted));
        Answer nothing = safe(RawHttp.send("GET /v1/nothing", "Accept: " + accepted));

        assertThat(operation.status()).isIn(401, 406);
        assertThat(operation.header("Content-Type")).isEqualTo("application/problem+json");
        assertRefused(nothing, 404, "CID1005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://access.nhs.uk.evil.example", "http://localhost"})
    void no_foreign_origin_is_let_in(String origin) {
        for (String method : List.of("GET", "POST", "OPTIONS")) {
            Answer answer = safe(RawHttp.send(
                    method + " /v1/phone-changes", "Origin: " + origin, "Access-Control-Request-Method: POST"));

            assertThat(answer.headers()).noneMatch(it -> it.toLowerCase().startsWith("access-control-"));
        }
    }

    @Test
    void success_has_the_headers_too() {
        String token = Person.fresh().token().mint();

        assertThat(safe(RawHttp.send("GET /v1/phone-changes", "Authorization: Bearer " + token))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cy | cy",
                "cy-GB | cy",
                "en;q=0.5, cy | cy",
                "cy;q=0.5, en | en",
                "fr, cy;q=0.1 | cy",
                "fr | en",
                "* | en",
                "cy;q=x | en",
                "cy;q=x,,;q=2 | en",
                "- | en",
                ",,, | en",
                "cy_GB;; | en",
                "cy;q=0 | en"
            })
    void problems_are_told_in_the_language_that_is_asked_for(String accepted, String language) {
        for (String path : List.of("/v1/nothing", "/v1/phone-changes", "/v1/phone-changes?" + "a".repeat(5_000))) {
            Answer answer = safe(RawHttp.send("GET " + path, "Accept-Language: " + accepted));

            assertThat(answer.header("Content-Language")).as(answer.toString()).isEqualTo(language);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void each_problem_names_its_own_occurrence() {
        String one = RawHttp.send("GET /v1/nothing").body();
        String other = RawHttp.send("GET /v1/nothing").body();

        assertThat(JsonPath.from(one).getString("instance"))
                .isNotEqualTo(JsonPath.from(other).getString("instance"));
    }

    static Answer safe(Answer answer) {
        SAFE.forEach((name, value) ->
                assertThat(answer.header(name)).as(name + answer).isEqualTo(value));
        assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
        return answer;
    }

    @Test
    void what_is_wrong_with_a_field_is_said_in_welsh_too() {
        String token = Person.fresh().token().mint();

        assertThat(PhoneChangeApi.with(token)
                        .header("Accept-Language", "cy")
                        .body("{}")
                        .post("/v1/phone-changes")
                        .<String>path("violations[0].message"))
                .isEqualTo("ar goll");
        assertThat(PhoneChangeApi.with(token)
                        .body("{}")
                        .post("/v1/phone-changes")
                        .<String>path("violations[0].message"))
                .isEqualTo("is missing");
    }
}

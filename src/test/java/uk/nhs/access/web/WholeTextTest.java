package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.contract.Door;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.TestTokens;

/** A text that no database keeps gets as far as none, in whatever field of whatever operation of the contract. */
@QuarkusTest
class WholeTextTest {

    private static final String NOBODYS_ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final List<String> BROKEN =
            List.of("\\u0000a", "a\\u0000@example.org", "\\ud800", "\\udc00\\ud800", "a\\ud800b");

    private final Person person = Person.fresh();

    static Stream<Arguments> doors_and_fields() {
        return Door.all().stream()
                .filter(door -> door.mediaType().equals("application/json") && !door.hasOwnKey())
                .flatMap(door -> door.fields().stream().map(field -> Arguments.of(door, field)));
    }

    @ParameterizedTest
    @MethodSource("doors_and_fields")
    void nul_and_halves_of_pairs_are_refused_in_every_field(Door door, String field) {
        for (String broken : BROKEN) {
            for (String value : List.of("\"%s\"", "[\"%s\"]", "{\"name\":\"%s\"}")) {
                Response answer = knock(door, "{\"%s\":%s}".formatted(field, value.formatted(broken)));

                assertRefused(answer, 400, "CID1002");
                assertThat(answer.<String>path("field")).startsWith(field);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void they_are_refused_in_every_line_of_a_stream(String broken) {
        Response answer = AccountsApi.service()
                .contentType("application/x-ndjson")
                .body(("{\"name\":\"Robin" + broken + "\"}\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/accounts/bulk");

        assertThat(JsonPath.from(answer.asString()).getString("cid")).isEqualTo("CID1002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "\\u0001", "\\uffff"})
    void other_characters_are_the_matter_of_the_field(String text) {
        Response answer = PhoneChangeApi.with(
                        TestTokens.of("sign-in").scope(Scope.PASSWORD_CHECK).mint())
                .body("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(text, text))
                .post("/v1/password-checks");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private Response knock(Door door, String body) {
        return PhoneChangeApi.with(token(door).mint())
                .body(body)
                .request(door.method(), door.path().replaceAll("\\{[^}]*}", NOBODYS_ID));
    }

    private TestTokens token(Door door) {
        return door.scopes().equals(Set.of(Scope.RECOVERIES))
                ? TestTokens.lostPhone(person.subject())
                : person.token()
                        .scope(door.scopes().stream()
                                .filter(scope -> !scope.equals(Scope.RECOVERIES))
                                .toArray(String[]::new));
    }
}

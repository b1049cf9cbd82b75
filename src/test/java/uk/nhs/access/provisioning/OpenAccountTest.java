package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestTokens;

@QuarkusTest
class OpenAccountTest {

    @Test
    void an_account_is_opened_and_can_be_read_masked_and_in_full_by_nobody() {
        Map<String, Object> somebody = AccountsApi.somebody(Person.freshNumber());
        somebody.put("organisation", "x1a");

        Response opened = AccountsApi.open(somebody);

        opened.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/accounts/" + opened.path("id")))
                .body("subject", equalTo(somebody.get("subject")))
                .body("organisation", equalTo("X1A"))
                .body("mobileNumber", equalTo("•••• •••" + lastThree(somebody)))
                .body("emailAddresses[0]", endsWith("•••@example.org"))
                .body("$", not(hasKey("disabledBecause")))
                .body("$", not(hasKey("lockedBecause")));
        AccountsApi.service()
                .get("/v1/accounts/{id}", opened.<String>path("id"))
                .then()
                .body("", equalTo(opened.path("")));
    }

    @Test
    void its_owner_can_use_it_and_nobody_was_told_anything() {
        Person person = AccountsApi.opened(AccountsApi.somebody(Person.freshNumber()));

        assertThat(Rows.history(person)).containsExactly("AccountProvisioned");
        assertThat(Rows.count("select count(*) from message where account_id = ?", person.account()))
                .isZero();
        assertThat(uk.nhs.access.support.PhoneChangeApi.ask(person.token().mint(), Person.freshNumber())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_an_account_does_not_need_can_be_left_out() {
        AccountsApi.open(AccountsApi.somebody())
                .then()
                .statusCode(201)
                .body("$", not(hasKey("organisation")))
                .body("$", not(hasKey("mobileNumber")));
    }

    @Test
    void nobody_gets_an_account_whom_no_token_could_name() {
        Map<String, Object> somebody = AccountsApi.somebody();
        somebody.put("subject", Map.of("issuer", TestTokens.ISSUER + "/", "name", "x"));

        assertRefused(AccountsApi.open(somebody), 422, "CID3403");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_malformed_is_refused_and_the_answer_names_the_field(String field, Object value) {
        Map<String, Object> somebody = AccountsApi.somebody();
        somebody.put(field, value);

        Response refused = AccountsApi.open(somebody);

        assertRefused(refused, 400, "CID1001");
        assertThat(refused.<String>path("violations[0].field")).startsWith(field);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("name", ""),
                Arguments.of("name", " \u2003\u00a0"),
                Arguments.of("name", "Robin\u0001"),
                Arguments.of("name", "Robin\nMarlowe"),
                Arguments.of("name", "x".repeat(201)),
                Arguments.of("organisation", "X"),
                Arguments.of("organisation", "X1A4567890A"),
                Arguments.of("organisation", "X-1"),
                Arguments.of("organisation", "Ⅹ1A"),
                Arguments.of("organisation", "ı1A"),
                Arguments.of("emailAddresses", List.of()),
                Arguments.of("emailAddresses", List.of("nobody")),
                Arguments.of("emailAddresses", List.of("a@b@c")),
                Arguments.of("emailAddresses", List.of("a b@example.org")),
                Arguments.of("emailAddresses", List.of("x".repeat(64) + "@" + "x".repeat(190))),
                Arguments.of("emailAddresses", Collections.nCopies(6, "a@example.org")),
                Arguments.of("subject", Map.of("issuer", TestTokens.ISSUER)),
                Arguments.of("subject", Map.of("issuer", TestTokens.ISSUER, "name", " ")),
                Arguments.of("mobileNumber", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"𝒪’Brien", "Nguyễn Thị Minh Khai", "李小龍", "عمر", "X Æ A-12 <script>", "x"})
    void people_are_called_what_they_are_called(String name) {
        Map<String, Object> somebody = AccountsApi.somebody();
        somebody.put("name", name);

        AccountsApi.open(somebody).then().statusCode(201).body("name", equalTo(name));
    }

    @Test
    void an_account_is_found_by_each_of_its_addresses_however_it_is_written() {
        Person person = Person.with().addresses(2).open();

        for (String address : person.addresses()) {
            AccountsApi.search(address.toUpperCase(Locale.ROOT))
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(List.of(person.account().toString())));
        }
        AccountsApi.search("x" + person.address()).then().statusCode(200).body("items", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0f8fad5b-d9cb-469f-a165-70867728950e", "x", "1-1-1-1-1"})
    void an_account_that_does_not_exist_is_unknown(String id) {
        assertRefused(AccountsApi.service().get("/v1/accounts/{id}", id), 404, "CID3106");
        assertRefused(AccountsApi.service().body(Map.of()).patch("/v1/accounts/{id}", id), 404, "CID3106");
        assertRefused(AccountsApi.service().delete("/v1/accounts/{id}/disablement", id), 404, "CID3106");
        assertRefused(
                AccountsApi.service().body(Map.of("reason", "why not")).put("/v1/accounts/{id}/disablement", id),
                404,
                "CID3106");
    }

    private static String lastThree(Map<String, Object> somebody) {
        String number = (String) somebody.get("mobileNumber");
        return number.substring(number.length() - 3);
    }
}

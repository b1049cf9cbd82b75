package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Silence;

/** What may be asked for, and what not. */
@QuarkusTest
class AskForChangeTest {

    private final Person person = Person.fresh();
    private String token = "";

    /** All tests come from one network address, whose own limit is not what is tested here. */
    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
        token = person.token().mint();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7400123456", "7.4", "true", "{}", "{\"e164\":\"+447400123456\"}", "[]", "[\"07400123456\"]"})
    void a_number_of_another_type_is_not_read(String value) {
        Response answer = refused("{\"mobileNumber\":" + value + "}");

        assertRefused(answer, 400, "CID1002");
        assertThat(answer.<String>path("field")).isEqualTo("mobileNumber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"mobileNumber\":\"\"}"})
    void a_number_has_to_be_there(String body) {
        Response answer = refused(body);

        assertRefused(answer, 400, "CID1001");
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("mobileNumber");
    }

    @Test
    void null_is_no_number() {
        Response answer = refused("{\"mobileNumber\":null}");

        assertRefused(answer, 400, "CID1002");
        assertThat(answer.<String>path("field")).isEqualTo("mobileNumber");
    }

    @Test
    void a_number_has_at_most_40_characters() {
        assertRefused(refused(Map.of("mobileNumber", "0".repeat(41))), 400, "CID1001");
        assertRefused(refused(Map.of("mobileNumber", "0".repeat(40))), 422, "CID3201");
    }

    @Test
    void a_number_comes_once() {
        String once = "\"mobileNumber\":\"" + Person.freshNumber() + "\"";

        assertRefused(refused("{" + once + "," + once + "}"), 400, "CID1002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state",
                "appliesAt",
                "id",
                "accountId",
                "account_id",
                "origin",
                "newNumber",
                "currentNumber",
                "codeId",
                "code",
                "progress",
                "progress.state",
                "dueAt",
                "cancelTokenHash",
                "language",
                "MobileNumber",
                "mobilenumber",
                "__proto__",
                "class",
                ""
            })
    void nothing_else_comes_along(String name) {
        Response answer = refused("{\"mobileNumber\":\"%s\",\"%s\":\"APPLIED\"}".formatted(Person.freshNumber(), name));

        assertRefused(answer, 400, "CID1002");
        assertThat(answer.<String>path("field")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0660\\u0667\\u0664\\u0660\\u0660\\u0661\\u0662\\u0663\\u0664\\u0665\\u0666",
                "\\uff10\\uff17\\uff14\\uff10\\uff10\\uff11\\uff12\\uff13\\uff14\\uff15\\uff16",
                "07400\\u0661 23456",
                "07400\\u000a123456",
                "07400 123456\\n",
                "07400 123456\\r\\nBcc: a@example.org",
                "\\u200b07400123456",
                "07400\\u200b123456",
                "07400123456\\ufeff",
                "\\u202e65432100470",
                "07400\\u00a0123456",
                "07400\\t123456",
                "07400 CALLME",
                "07400 123456 ext 5",
                "07400123456;ext=1",
                "tel:07400123456",
                "07400.123456"
            })
    void a_number_is_made_of_digits_and_what_people_put_between_them(String typed) {
        assertRefused(refused("{\"mobileNumber\":\"" + typed + "\"}"), 422, "CID3201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07000 123456", "07600 123456", "020 7946 0018", "01632 960123", "0800 111111", "09012 345678",
                "+33 6 12 34 56 78", "0033612345678", "+1 202 555 0123", "+44 7400 12345", "07400 1234567", "999",
                "       ", "+++++++", "0000000000", "+44 (0)20 7946 0018"
            })
    void a_number_has_to_be_a_uk_mobile(String typed) {
        assertRefused(refused(Map.of("mobileNumber", typed)), 422, "CID3201");
    }

    @Test
    void a_number_has_to_differ_from_the_present_one_however_it_is_written() {
        String national = "0" + person.mobile().substring(3);

        assertRefused(refused(Map.of("mobileNumber", person.mobile())), 422, "CID3202");
        assertRefused(refused(Map.of("mobileNumber", national)), 422, "CID3202");
        assertRefused(refused(Map.of("mobileNumber", "+44 (0)" + national.substring(1))), 422, "CID3202");
    }

    @Test
    void a_refusal_leaves_the_change_that_waits_alone() {
        String waiting = PhoneChangeApi.ask(token, Person.freshNumber()).path("id");

        assertRefused(refused(Map.of("mobileNumber", "020 7946 0018")), 422, "CID3201");
        assertRefused(refused(Map.of("mobileNumber", Person.freshNumber())), 429, "CID3105");

        assertThat(PhoneChangeApi.read(token, waiting).<String>path("state")).isEqualTo("AWAITING_CODE");
    }

    @Test
    void an_account_without_a_mobile_may_ask_for_its_first() {
        Person without = Person.with().noMobile().open();

        Response answer = PhoneChangeApi.ask(without.token().mint(), Person.freshNumber());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.<String>path("currentNumber")).isNull();
        assertThat(answer.header("Location")).endsWith("/v1/phone-changes/" + answer.path("id"));
    }

    /** Asks, and proves that nothing came of it. */
    private Response refused(Object body) {
        Silence silence = Silence.of(person);
        Response answer = PhoneChangeApi.with(token).body(body).post("/v1/phone-changes");
        silence.isKept();
        return answer;
    }
}

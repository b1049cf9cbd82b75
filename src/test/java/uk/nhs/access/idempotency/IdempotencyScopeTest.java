package uk.nhs.access.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.KeyedApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** What a key is good for: one operation, one body. */
@QuarkusTest
class IdempotencyScopeTest {

    private final Asking asking = new Asking();

    @Test
    void the_same_key_with_another_body_is_refused() {
        asking.ask();

        Response other = asking.api.ask(asking.token(), Person.freshNumber());

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("cid")).isEqualTo("CID1015");
        assertThat(asking.changes()).isEqualTo(1);
        assertThat(asking.ask().statusCode()).isEqualTo(201);
    }

    @Test
    void the_spacing_of_a_body_is_no_difference() {
        Response first = asking.ask();

        Response again = PhoneChangeApi.with(asking.token())
                .header("Idempotency-Key", asking.api.key())
                .body("{ \"mobileNumber\" :\n\"" + asking.number + "\"}")
                .post("/v1/phone-changes");

        Asking.assertReplays(first, again);
    }

    @Test
    void quotes_are_no_part_of_the_key() {
        Asking.assertReplays(
                asking.ask(), new KeyedApi('"' + asking.api.key() + '"').ask(asking.token(), asking.number));
    }

    @Test
    void the_key_on_another_path_is_another_key() {
        String change = asking.ask().path("id");

        Response refused = asking.api.resend(asking.token(), change);

        assertThat(refused.<String>path("cid")).isEqualTo("CID3105");
    }

    @Test
    void whoever_guesses_a_key_does_not_see_what_a_link_cancelled() {
        Story story = Story.of(asking.person).isHeld();
        assertThat(asking.api.redeem(story.cancelToken()).statusCode()).isEqualTo(200);

        assertThat(asking.api.redeem("guessed").<String>path("cid")).isEqualTo("CID3011");
    }

    @Test
    void a_link_is_used_by_whoever_holds_it_though_their_token_be_bad() {
        Story story = Story.of(asking.person).isHeld();

        Response redeemed = PhoneChangeApi.with("not.a.token")
                .header("Idempotency-Key", asking.api.key())
                .body("{\"token\":\"" + story.cancelToken() + "\"}")
                .post("/v1/cancel-tokens/redeem");

        assertThat(redeemed.statusCode()).as(redeemed.asString()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a b", "\"a", "a,b", "a;b=1", "\"a\";b=1"})
    void what_is_no_key_is_refused(String header) {
        Response refused = new KeyedApi(header).ask(asking.token(), asking.number);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("cid")).isEqualTo("CID1014");
        assertThat(asking.changes()).isZero();
    }

    @Test
    void without_a_key_each_request_is_done() {
        assertThat(PhoneChangeApi.ask(asking.token(), asking.number).statusCode())
                .isEqualTo(201);
        assertThat(PhoneChangeApi.ask(asking.token(), asking.number).<String>path("cid"))
                .isEqualTo("CID3105");
    }

    @Test
    void the_table_tells_nothing_of_keys_numbers_codes_and_answers() {
        String change = asking.ask().path("id");

        assertThat(Rows.texts("select kept_answer::text from kept_answer"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(asking.api.key())
                        || row.contains(asking.number.substring(1))
                        || row.contains(asking.person.subject())
                        || row.contains(change));
    }
}

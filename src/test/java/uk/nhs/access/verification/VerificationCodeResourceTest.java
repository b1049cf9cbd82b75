package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

@QuarkusTest
class VerificationCodeResourceTest {

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_service_has_a_code_sent_by_text_and_checked() {
        CodeStory story = CodeStory.signIn();

        Response verified = story.enters(story.code());

        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(verified.<String>path("id")).isEqualTo(story.id());
        assertThat(verified.<String>path("account"))
                .isEqualTo(story.person.account().toString());
        assertThat(verified.<String>path("purpose")).isEqualTo("SIGN_IN");
        assertThat(Rows.history(story.person)).containsExactly("CodeIssued", "CodeAccepted");
    }

    @Test
    void the_answer_says_where_the_code_went_how_long_it_works_and_when_it_can_be_sent_again() {
        Instant now = MovableClock.now().plusSeconds(5);
        MovableClock.stopAt(now);
        CodeStory story = CodeStory.signIn();

        story.issued()
                .then()
                .header("Location", endsWith("/v1/verification-codes/" + story.id()))
                .body("account", equalTo(story.person.account().toString()))
                .body("purpose", equalTo("SIGN_IN"))
                .body("channel", equalTo("TEXT"))
                .body("sentTo", equalTo("•••• •••" + story.person.mobile().substring(10)))
                .body("attemptsLeft", equalTo(5));
        assertThat(instant(story, "issuedAt")).isEqualTo(now);
        assertThat(instant(story, "expiresAt")).isEqualTo(now.plusSeconds(600));
        assertThat(instant(story, "resendAt")).isBetween(now.plusSeconds(60), now.plusSeconds(61));
    }

    @Test
    void by_email_it_goes_to_the_first_address_and_works_for_half_an_hour() {
        Person person = Person.with().noMobile().addresses(2).open();
        CodeStory story = CodeStory.confirmActionByEmail(person);

        assertThat(Duration.between(instant(story, "issuedAt"), story.expiresAt()))
                .isEqualTo(Duration.ofMinutes(30));
        story.issued().then().body("sentTo", equalTo("p•••@example.org"));
        assertThat(story.mailbox().await(1).get("subject")).isEqualTo("Your NHS account: your security code");
        assertThat(CodeStory.messages(person)).isEqualTo(1);
        assertThat(story.enters(story.mailbox().awaitCode(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void the_message_is_in_the_language_of_the_request() {
        Person person = Person.fresh();
        VerificationCodeApi.as(VerificationCodeApi.SIGN_IN)
                .header("Accept-Language", "cy")
                .body(Map.of("account", person.account().toString(), "purpose", "SIGN_IN"))
                .post("/v1/verification-codes")
                .then()
                .statusCode(201);

        assertThat(Inbox.of(person.mobile()).awaitText(1)).contains("i fewngofnodi");
    }

    @Test
    void the_history_names_the_service_and_hides_the_number() {
        CodeStory story = CodeStory.signIn();

        assertThat(Rows.text(
                        "select actor_kind || ' ' || actor_name || ' ' || (facts ->> 'sentTo') from history_entry"
                                + " where account_id = ?",
                        story.person.account()))
                .isEqualTo("SERVICE sign-in •••• •••" + story.person.mobile().substring(10));
    }

    @Test
    void an_account_that_does_not_exist_is_unknown() {
        assertRefused(
                VerificationCodeApi.issue(Map.of("account", UUID.randomUUID().toString(), "purpose", "SIGN_IN")),
                404,
                "CID3106");
    }

    @Test
    void a_disabled_account_gets_no_code() {
        Person person = Person.with().disabled().open();
        assertRefused(VerificationCodeApi.issue(person, "SIGN_IN"), 403, "CID2012");
        assertThat(CodeStory.messages(person)).isZero();
    }

    @Test
    void an_account_without_a_mobile_gets_no_code_by_text() {
        Person person = Person.with().noMobile().open();
        assertRefused(VerificationCodeApi.issue(person, "SIGN_IN"), 422, "CID3107");
        assertRefused(VerificationCodeApi.issue(person, "CONFIRM_ACTION"), 422, "CID3107");
        assertThat(CodeStory.messages(person)).isZero();
    }

    @Test
    void a_code_to_sign_in_never_goes_by_email() {
        Person person = Person.fresh();
        assertRefused(VerificationCodeApi.issue(person, "SIGN_IN", "EMAIL"), 422, "CID3108");
        assertThat(CodeStory.messages(person)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PHONE_CHANGE", "sign_in", ""})
    void a_purpose_that_is_not_for_services_is_not_understood(String purpose) {
        Person person = Person.fresh();
        assertRefused(VerificationCodeApi.issue(person, purpose), 400, "CID1002");
        assertThat(CodeStory.messages(person)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | CID1001", "{\"account\":\"x\",\"purpose\":\"SIGN_IN\"} | CID1002", "[] | CID1002"})
    void a_request_of_the_wrong_shape_is_refused(String body, String cid) {
        assertRefused(VerificationCodeApi.issue(body), 400, cid);
    }

    @Test
    void once_the_account_is_disabled_its_code_is_worth_nothing() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        Rows.texts(
                "update account set disabled_because = 'BY_SERVICE' where id = ? returning id", story.person.account());
        assertRefused(story.enters(code), 403, "CID2012");
        assertRefused(VerificationCodeApi.resend(story.id()), 403, "CID2012");
    }

    @Test
    void once_the_account_has_another_number_the_code_at_the_old_one_is_dead() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        Rows.texts(
                "update account set mobile = ? where id = ? returning id",
                "+44" + Person.freshNumber().substring(1),
                story.person.account());
        assertRefused(story.enters(code), 410, "CID3102");
        assertRefused(VerificationCodeApi.resend(story.id()), 410, "CID3102");
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void no_answer_and_no_row_holds_the_code() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        assertThat(story.issued().asString()).doesNotContain("\"" + code + "\"");
        assertThat(Rows.texts(
                        "select c::text || v::text from verification_code c join verification v using (id) where c.id = ?",
                        UUID.fromString(story.id())))
                .hasSize(1)
                .noneMatch(row -> row.matches(".*\\b" + code + "\\b.*"));
    }

    private static Instant instant(CodeStory story, String field) {
        return Instant.parse(story.issued().path(field));
    }
}

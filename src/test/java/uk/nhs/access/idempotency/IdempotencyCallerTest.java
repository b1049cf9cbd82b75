package uk.nhs.access.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;

/** To whom an answer is given again: the same caller, who is still signed in as the operation wants. */
@QuarkusTest
class IdempotencyCallerTest {

    private final Asking asking = new Asking();

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void the_key_of_another_person_is_another_key() {
        Response first = asking.ask();
        MovableClock.advance(Duration.ofMinutes(2));

        Response others = asking.api.ask(Person.fresh().token().mint(), asking.number);

        assertThat(others.statusCode()).isEqualTo(201);
        assertThat(others.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void a_new_token_of_the_same_person_makes_no_difference() {
        Asking.assertReplays(
                asking.ask(),
                asking.api.ask(asking.person.token().claim("sid", "another").mint(), asking.number));
    }

    @Test
    void an_answer_that_took_two_steps_is_not_repeated_to_whoever_has_not_taken_them() {
        Response first = asking.ask();

        assertRefused(asking.api.ask(oneStep(), asking.number), 403, "CID1010");
        assertRefused(asking.api.ask(oneStep(), Person.freshNumber()), 403, "CID1010");
        Asking.assertReplays(first, asking.ask());
    }

    @Test
    void until_the_last_tick_of_15_minutes_two_steps_open_the_answer_again_and_then_they_are_taken_anew() {
        Instant start = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(start);
        String token = asking.token();
        Response first = asking.api.ask(token, asking.number);

        MovableClock.stopAt(start.plusSeconds(900));
        Asking.assertReplays(first, asking.api.ask(token, asking.number));

        MovableClock.stopAt(start.plusSeconds(900).plusNanos(1_000));
        assertRefused(asking.api.ask(token, asking.number), 403, "CID1010");
        Asking.assertReplays(first, asking.ask());
        assertThat(asking.changes()).isEqualTo(1);
    }

    @Test
    void an_answer_that_took_no_two_steps_is_repeated_without_them() {
        Story story = Story.of(asking.person).asks();
        Response first = asking.api.confirm(story.token(), story.change(), story.wrongCode());

        Asking.assertReplays(first, asking.api.confirm(oneStep(), story.change(), story.wrongCode()));
    }

    @Test
    void what_whoever_lost_the_phone_was_answered_is_not_repeated_without_their_password() {
        TestTokens token = TestTokens.lostPhone(asking.person.subject());
        Response first = asking.api.recover(token.mint());

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        Asking.assertReplays(first, asking.api.recover(token.mint()));
        assertRefused(asking.api.recover(token.claim("amr", List.of()).mint()), 403, "CID1009");
    }

    @Test
    void what_an_administrator_was_answered_is_not_repeated_once_they_look_after_another_organisation() {
        Person person = Person.with().organisation("Q1A").open();
        Response first = unlock(person, "Q1A");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        Asking.assertReplays(first, unlock(person, "Q1A"));
        assertRefused(unlock(person, "Q1B"), 404, "CID3106");
    }

    @Test
    void what_a_signed_in_person_was_answered_is_not_repeated_to_whoever_has_only_the_password() {
        asking.ask();

        assertRefused(asking.api.ask(passwordOnly(), asking.number), 409, "CID3018");
    }

    @Test
    void what_whoever_has_only_the_password_was_answered_is_not_repeated_to_the_signed_in_person() {
        assertRefused(asking.api.ask(passwordOnly(), asking.number), 409, "CID3018");

        assertThat(asking.ask().statusCode()).isEqualTo(201);
    }

    /** By the same administrator each time. */
    private Response unlock(Person person, String ods) {
        String token = TestTokens.administrator("administrator-of-" + asking.person.subject(), ods)
                .mint();
        return PhoneChangeApi.with(token)
                .header("Idempotency-Key", asking.api.key())
                .body(Map.of("reason", "Phoned the service desk"))
                .post("/v1/organisations/Q1A/accounts/{id}/unlock", person.account());
    }

    private String oneStep() {
        return asking.person.token().oneStep(MovableClock.now()).mint();
    }

    private String passwordOnly() {
        return TestTokens.lostPhone(asking.person.subject()).mint();
    }
}

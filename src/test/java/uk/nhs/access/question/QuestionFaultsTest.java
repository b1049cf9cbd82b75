package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.QuestionApi.own;
import static uk.nhs.access.support.QuestionApi.some;
import static uk.nhs.access.support.QuestionApi.standard;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.TestTokens;

/** What is wrong with questions and answers, and who may not set them. */
@QuarkusTest
class QuestionFaultsTest {

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void each_fault_is_told_where_it_is_and_nothing_of_the_answers() {
        Person person = Person.with().name("Robin Marlowe").open();
        Silence silence = Silence.of(person);

        Response refused = QuestionApi.set(
                person.token().mint(),
                List.of(
                        standard("FIRST_FILM", "Robin"),
                        standard("FIRST_FILM", "１２３４"),
                        own("Too short", "The Grey Seal")));

        assertRefused(refused, 400, "CID1001");
        assertThat(refused.<List<String>>path("violations.field"))
                .containsExactly(
                        "questions[0].answer",
                        "questions[1].question",
                        "questions[1].answer",
                        "questions[2].ownQuestion");
        assertThat(refused.<List<String>>path("violations.message"))
                .containsExactly(
                        "the answer must not be your name or your email address",
                        "you have chosen this question already",
                        "this answer is too easy to guess",
                        "your own question must have 10 to 150 characters");
        assertThat(refused.asString()).doesNotContain("Robin", "1234", "１２３４", "Grey Seal", "Too short");
        silence.isKept();
    }

    @Test
    void two_answers_that_are_the_same_once_nobody_minds_how_they_are_typed_are_refused() {
        assertFault(
                "questions[1].answer",
                "you have given this answer already",
                standard("FIRST_FILM", "The Grey  Seal"),
                standard("FIRST_DISH", " ｔｈｅ ＧＲＥＹ seal"),
                standard("FIRST_CONCERT", "Catatonia"));
    }

    @Test
    void two_questions_of_ones_own_both_kinds_at_once_or_none_are_refused() {
        assertFault(
                "questions[1].ownQuestion",
                "you can write one question of your own, and choose the others from the list",
                own("What did grandad call his boat?", "The Grey Seal"),
                own("Where did we bury the treasure?", "Under the elder tree"),
                standard("FIRST_CONCERT", "Catatonia"));
        String both = "choose a question from the list or write your own, not both";
        assertFault("questions[0]", both, Map.of("answer", "The Grey Seal"), some().get(1), some().get(2));
        assertFault(
                "questions[0]",
                both,
                Map.of("question", "FIRST_FILM", "ownQuestion", "What did we call it?", "answer", "The Grey Seal"),
                some().get(1),
                some().get(2));
    }

    @Test
    void too_few_too_many_and_what_cannot_be_read_are_refused() {
        Person person = Person.fresh();
        String token = person.token().mint();
        Silence silence = Silence.of(person);

        assertFault("questions", "choose as many questions as are asked for", some().get(0), some().get(1));
        assertRefused(QuestionApi.set(token, List.of()), 400, "CID1001");
        assertRefused(
                QuestionApi.set(token, List.of(standard("NO_SUCH", "The Grey Seal"), some().get(1), some().get(2))),
                400,
                "CID1002");
        assertRefused(
                QuestionApi.set(
                        token, List.of(standard("FIRST_FILM", "x".repeat(10_000)), some().get(1), some().get(2))),
                400,
                "CID1002");
        assertRefused(
                QuestionApi.set(token, List.of(standard("FIRST_FILM", "xy ".repeat(70)), some().get(1), some().get(2))),
                400,
                "CID1001");
        silence.isKept();
    }

    @Test
    void two_steps_in_the_last_15_minutes_are_needed_to_set_them_and_none_to_read_them() {
        Person person = Person.fresh();
        TestTokens signedIn = person.token();
        MovableClock.stopAt(MovableClock.now().plus(Duration.ofMinutes(16)));
        Silence silence = Silence.of(person);

        assertRefused(QuestionApi.set(signedIn.mint(), some()), 403, "CID1010");
        assertRefused(QuestionApi.set(person.token().oneStep(MovableClock.now()).mint(), some()), 403, "CID1010");
        assertThat(QuestionApi.read(signedIn.mint()).statusCode()).isEqualTo(200);
        silence.isKept();
    }

    @Test
    void the_questions_of_a_disabled_account_stay_as_they_are() {
        Person person = Person.with().disabled().open();
        Silence silence = Silence.of(person);

        assertRefused(QuestionApi.set(person.token().mint(), some()), 403, "CID2012");
        assertThat(QuestionApi.read(person.token().mint()).statusCode()).isEqualTo(200);
        silence.isKept();
    }

    @Test
    void whoever_has_lost_the_phone_or_has_no_account_sets_nothing() {
        Person person = Person.fresh();

        assertRefused(QuestionApi.set(TestTokens.lostPhone(person.subject()).mint(), some()), 403, "CID1009");
        assertRefused(
                QuestionApi.set(TestTokens.person("nobody-" + person.subject()).mint(), some()), 403, "CID1011");
    }

    private static void assertFault(String field, String message, Map<?, ?>... questions) {
        Response refused = QuestionApi.set(Person.fresh().token().mint(), List.of(questions));
        assertRefused(refused, 400, "CID1001");
        assertThat(refused.<List<Map<String, String>>>path("violations"))
                .contains(Map.of("field", field, "message", message));
    }
}

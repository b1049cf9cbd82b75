package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** The number that codes went to so far, as proof. */
@QuarkusTest
class PreviousNumberTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final String SOME_NUMBER = "07400 999999";

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44", "0", "+44 (0)", "44 "})
    void the_number_on_file_proves_it_however_it_is_written(String beginning) {
        LostPhone story = LostPhone.ofSomebody();

        Response answer = story.gives(beginning + story.person.mobile().substring(3));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("state")).isEqualTo("PROVED");
        assertThat(answer.<String>path("provedBy")).isEqualTo("PREVIOUS_NUMBER");
        assertThat(Rows.history(story.person)).containsExactly("RecoveryOpened", "RecoveryProved");
        assertThat(CodeStory.messages(story.person)).isZero();
    }

    @Test
    void three_wrong_numbers_in_a_day_are_the_end_over_however_many_recoveries() {
        Person person = Person.fresh();
        assertThreeWrongNumbersAreTheEnd(person);

        Response right = LostPhone.of(person).gives(person.mobile());
        assertRefused(right, 429, "CID3001");
        assertThat(right.<Integer>path("retryAfter")).isBetween(86_000, 86_400);
        assertThat(right.header("Retry-After"))
                .isEqualTo(right.<Integer>path("retryAfter").toString());
        assertThat(Rows.history(person).stream().filter("RecoveryRefused"::equals))
                .hasSize(3);
        assertThat(CodeStory.messages(person)).isZero();
    }

    @Test
    void an_account_without_a_mobile_is_answered_like_one_with_another_number() {
        List<String> without =
                assertThreeWrongNumbersAreTheEnd(Person.with().noMobile().open());

        assertThat(without).isEqualTo(assertThreeWrongNumbersAreTheEnd(Person.fresh()));
    }

    @Test
    void a_day_after_the_first_wrong_number_and_not_one_tick_before_there_is_another_try() {
        Person person = Person.fresh();
        LostPhone story = LostPhone.of(person);
        Instant first = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(first);
        story.gives(SOME_NUMBER);
        MovableClock.stopAt(first.plusSeconds(60));
        story.gives(SOME_NUMBER);
        story.gives(SOME_NUMBER);
        assertMustWait(story.gives(person.mobile()), "CID3001", 86_340);

        MovableClock.stopAt(first.plus(Duration.ofHours(24)).minus(TICK));
        assertMustWait(LostPhone.of(person).gives(person.mobile()), "CID3001", 1);

        MovableClock.stopAt(first.plus(Duration.ofHours(24)));
        assertThat(LostPhone.of(person).gives(person.mobile()).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_no_uk_mobile_is_no_try() {
        LostPhone story = LostPhone.ofSomebody();

        for (String typed : List.of("07400", "+33 6 12 34 56 78", "020 7946 0123", "my old number")) {
            assertRefused(story.gives(typed), 422, "CID3201");
        }

        assertThat(Rows.history(story.person)).containsExactly("RecoveryOpened");
        story.provesThePreviousNumber();
    }

    @Test
    void a_refusal_shows_nothing_of_the_number() {
        LostPhone story = LostPhone.ofSomebody();
        String mobile = story.person.mobile();

        Response close = story.gives(mobile.substring(0, mobile.length() - 1) + (mobile.endsWith("0") ? "1" : "0"));
        Response far = LostPhone.ofSomebody().gives(SOME_NUMBER);

        assertRefused(close, 422, "CID3203");
        assertThat(withoutInstance(close)).isEqualTo(withoutInstance(far));
        assertThat(withoutInstance(close)).doesNotContain("••", mobile.substring(mobile.length() - 3));
    }

    @Test
    void a_wrong_number_leaves_the_recovery_open_for_the_right_one_and_for_the_e_mail() {
        LostPhone story = LostPhone.ofSomebody();
        assertRefused(story.gives(SOME_NUMBER), 422, "CID3203");
        story.provesThePreviousNumber();

        LostPhone other = LostPhone.ofSomebody();
        IntStream.range(0, 4).forEach(time -> other.gives(SOME_NUMBER));
        other.provesTheEmailedCode();
    }

    @Test
    void numbers_that_are_tried_at_the_same_time_all_count() {
        LostPhone story = LostPhone.ofSomebody();

        List<String> outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(time -> outcome(story.gives(SOME_NUMBER)))
                .sorted()
                .toList();

        assertThat(outcomes)
                .containsExactly(
                        "422 CID3001",
                        "422 CID3203",
                        "422 CID3203",
                        "429 CID3001",
                        "429 CID3001",
                        "429 CID3001",
                        "429 CID3001",
                        "429 CID3001");
    }

    /** Each in a recovery of its own; what was answered, but for the name of the occurrence. */
    private static List<String> assertThreeWrongNumbersAreTheEnd(Person person) {
        List<Response> answers = IntStream.range(0, 3)
                .mapToObj(time -> LostPhone.of(person).gives(SOME_NUMBER))
                .toList();
        assertThat(answers.stream().map(PreviousNumberTest::outcome))
                .containsExactly("422 CID3203", "422 CID3203", "422 CID3001");
        assertThat(answers.stream().map(answer -> answer.<Integer>path("attemptsLeft")))
                .containsExactly(2, 1, 0);
        assertRefused(LostPhone.of(person).gives(SOME_NUMBER), 429, "CID3001");
        return answers.stream().map(answer -> withoutInstance(answer)).toList();
    }

    private static String outcome(Response answer) {
        return answer.statusCode() + " " + answer.<String>path("cid");
    }
}

package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

/** What becomes of the codes that somebody enters. */
@QuarkusTest
class GuessesTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_right_code_works_once() {
        CodeStory story = CodeStory.signIn();
        assertThat(story.enters(story.code()).statusCode()).isEqualTo(200);
        assertRefused(story.enters(story.code()), 410, "CID3102");
        assertThat(Rows.history(story.person)).containsExactly("CodeIssued", "CodeAccepted");
    }

    @Test
    void a_code_is_good_one_tick_before_ten_minutes() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        MovableClock.stopAt(story.expiresAt().minus(TICK));
        assertThat(story.enters(code).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_dead_at_ten_minutes() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        MovableClock.stopAt(story.expiresAt());
        assertRefused(story.enters(code), 410, "CID3102");
        assertRefused(VerificationCodeApi.resend(story.id()), 410, "CID3102");
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void by_email_it_is_good_one_tick_before_half_an_hour() {
        CodeStory story = CodeStory.confirmActionByEmail(Person.fresh());
        String code = story.mailbox().awaitCode(1);
        MovableClock.stopAt(story.expiresAt().minus(TICK));
        assertThat(story.enters(code).statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_code_counts_and_after_five_even_the_right_one_is_refused() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        for (int left = 4; left >= 0; left--) {
            Response refused = story.enters(CodeStory.wrong(code));
            assertRefused(refused, 422, "CID3101");
            assertThat(refused.<Integer>path("attemptsLeft")).isEqualTo(left);
        }
        assertRefused(story.enters(code), 422, "CID3103");
        assertThat(Rows.history(story.person))
                .containsExactly(
                        "CodeIssued", "CodeRefused", "CodeRefused", "CodeRefused", "CodeRefused", "CodeRefused");
    }

    @Test
    void a_spent_code_is_wiped_and_not_sent_again() {
        CodeStory story = CodeStory.signIn();
        story.entersWrong(story.code(), 5);
        MovableClock.advance(Duration.ofMinutes(1));
        assertRefused(VerificationCodeApi.resend(story.id()), 422, "CID3103");
        assertThat(Rows.count(
                        "select count(*) from verification_code where id = ? and sealed is null",
                        UUID.fromString(story.id())))
                .isEqualTo(1);
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void a_new_code_ends_the_one_before() {
        CodeStory first = CodeStory.signIn();
        String old = first.code();
        MovableClock.advance(Duration.ofMinutes(1));
        CodeStory second = CodeStory.signIn(first.person);

        assertRefused(first.enters(old), 410, "CID3102");
        assertRefused(VerificationCodeApi.resend(first.id()), 410, "CID3102");
        assertThat(second.enters(second.phone().awaitCode(2)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_code_for_another_purpose_ends_nothing() {
        CodeStory signIn = CodeStory.signIn();
        String code = signIn.code();
        MovableClock.advance(Duration.ofMinutes(1));
        CodeStory.confirmAction(signIn.person);
        assertThat(signIn.enters(code).statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_code_that_was_refused_ends_nothing() {
        CodeStory story = CodeStory.signIn();
        assertRefused(VerificationCodeApi.issue(story.person, "SIGN_IN"), 429, "CID3105");
        assertThat(story.enters(story.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void ten_wrong_in_a_row_over_several_codes_block_the_purpose_and_no_other() {
        CodeStory first = CodeStory.signIn();
        first.entersWrong(first.code(), 5);
        MovableClock.advance(Duration.ofMinutes(1));
        CodeStory second = CodeStory.signIn(first.person);
        String code = second.phone().awaitCode(2);
        second.entersWrong(code, 5);
        MovableClock.advance(Duration.ofMinutes(1));

        Response blocked = VerificationCodeApi.issue(first.person, "SIGN_IN");
        assertRefused(blocked, 429, "CID3104");
        assertThat(blocked.<Integer>path("retryAfter")).isBetween(800, 840);
        assertRefused(second.enters(code), 429, "CID3104");
        assertThat(VerificationCodeApi.resend(second.id()).<String>path("cid")).isIn("CID3103", "CID3104");
        assertThat(CodeStory.messages(first.person)).isEqualTo(2);
        assertThat(VerificationCodeApi.issue(first.person, "CONFIRM_ACTION").statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_next_block_is_twice_as_long() {
        Person person = Person.fresh();
        blockOnce(person, 1);
        MovableClock.advance(Duration.ofMinutes(15));
        blockOnce(person, 3);

        Response blocked = VerificationCodeApi.issue(person, "SIGN_IN");
        assertRefused(blocked, 429, "CID3104");
        assertThat(blocked.<Integer>path("retryAfter")).isBetween(1_700, 1_800);
    }

    /** Two codes, and five wrong guesses at each of them. */
    private static void blockOnce(Person person, int firstText) {
        for (int i = 0; i < 2; i++) {
            CodeStory story = CodeStory.signIn(person);
            story.entersWrong(story.phone().awaitCode(firstText + i), 5);
            MovableClock.advance(Duration.ofMinutes(i == 0 ? 1 : 0));
        }
    }
}

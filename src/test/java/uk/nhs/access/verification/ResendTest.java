package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

/** A code that is sent again, in the same way or in another, and how often. */
@QuarkusTest
class ResendTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void the_same_code_is_sent_again_with_the_same_end_and_the_same_tries() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        story.entersWrong(code, 2);
        MovableClock.advance(Duration.ofMinutes(1));

        Response again = VerificationCodeApi.resend(story.id());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<Integer>path("attemptsLeft")).isEqualTo(3);
        assertThat(again.<String>path("id")).isEqualTo(story.id());
        assertThat(Instant.parse(again.path("expiresAt"))).isEqualTo(story.expiresAt());
        assertThat(again.<String>path("issuedAt")).isEqualTo(story.issued().path("issuedAt"));
        assertThat(story.phone().awaitCode(2)).isEqualTo(code);
        assertThat(story.enters(code).statusCode()).isEqualTo(200);
        assertThat(Rows.history(story.person))
                .containsExactly("CodeIssued", "CodeRefused", "CodeRefused", "CodeResent", "CodeAccepted");
    }

    @Test
    void naming_the_channel_that_it_has_is_the_same() {
        CodeStory story = CodeStory.signIn();
        String code = story.code();
        MovableClock.advance(Duration.ofMinutes(1));
        assertThat(VerificationCodeApi.resend(story.id(), "TEXT").statusCode()).isEqualTo(200);
        assertThat(story.phone().awaitCode(2)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | CID1001", "{\"channel\":\"FAX\"} | CID1002", "{\"to\":\"+447700900999\"} | CID1002"})
    void a_request_of_the_wrong_shape_is_refused(String body, String cid) {
        CodeStory story = CodeStory.signIn();
        assertRefused(
                VerificationCodeApi.as(VerificationCodeApi.SIGN_IN)
                        .body(body)
                        .post("/v1/verification-codes/{id}/resend", story.id()),
                400,
                cid);
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void it_can_be_sent_again_when_the_answer_said_and_no_tick_before_a_minute() {
        Instant issued = MovableClock.now().plusSeconds(1);
        MovableClock.stopAt(issued);
        CodeStory story = CodeStory.signIn();

        MovableClock.stopAt(issued.plusSeconds(60).minus(TICK));
        Response early = VerificationCodeApi.resend(story.id());
        assertRefused(early, 429, "CID3105");
        assertThat(early.<Integer>path("retryAfter")).isEqualTo(1);
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);

        MovableClock.stopAt(Instant.parse(story.issued().path("resendAt")));
        assertThat(VerificationCodeApi.resend(story.id()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_that_moves_to_e_mail_is_another_one_with_the_same_tries_and_the_validity_of_e_mail() {
        CodeStory story = CodeStory.confirmAction(Person.fresh());
        String text = story.code();
        story.entersWrong(text, 3);
        MovableClock.advance(Duration.ofMinutes(1));

        Response moved = VerificationCodeApi.resend(story.id(), "EMAIL");

        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        assertThat(moved.<String>path("channel")).isEqualTo("EMAIL");
        assertThat(moved.<String>path("sentTo")).isEqualTo("p•••@example.org");
        assertThat(moved.<Integer>path("attemptsLeft")).isEqualTo(2);
        assertThat(Duration.between(Instant.parse(moved.path("issuedAt")), Instant.parse(moved.path("expiresAt"))))
                .isEqualTo(Duration.ofMinutes(30));
        String mail = story.mailbox().awaitCode(1);
        if (!mail.equals(text)) {
            assertRefused(story.enters(text), 422, "CID3101");
        }
        assertThat(story.enters(mail).statusCode()).isEqualTo(200);
    }

    @Test
    void once_moved_it_is_sent_again_by_e_mail_and_dies_with_the_address() {
        CodeStory story = CodeStory.confirmAction(Person.fresh());
        MovableClock.advance(Duration.ofMinutes(1));
        VerificationCodeApi.resend(story.id(), "EMAIL");
        MovableClock.advance(Duration.ofMinutes(1));
        assertThat(VerificationCodeApi.resend(story.id()).<String>path("channel"))
                .isEqualTo("EMAIL");
        String code = story.mailbox().awaitCode(2);
        assertThat(code).isEqualTo(story.mailbox().awaitCode(1));

        Rows.texts(
                "update account_email set address = 'new-' || address where account_id = ? returning position",
                story.person.account());
        assertRefused(story.enters(code), 410, "CID3102");
    }

    @Test
    void a_code_to_sign_in_does_not_move_to_e_mail() {
        CodeStory story = CodeStory.signIn();
        MovableClock.advance(Duration.ofMinutes(1));
        assertRefused(VerificationCodeApi.resend(story.id(), "EMAIL"), 422, "CID3108");
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
        assertThat(story.enters(story.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_does_not_move_to_a_number_that_is_not_there() {
        CodeStory story =
                CodeStory.confirmActionByEmail(Person.with().noMobile().open());
        MovableClock.advance(Duration.ofMinutes(1));
        assertRefused(VerificationCodeApi.resend(story.id(), "TEXT"), 422, "CID3107");
        assertThat(story.enters(story.mailbox().awaitCode(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_move_that_is_refused_leaves_the_code_where_it_was() {
        CodeStory story = CodeStory.confirmAction(Person.fresh());
        assertRefused(VerificationCodeApi.resend(story.id(), "EMAIL"), 429, "CID3105");
        assertThat(story.enters(story.code()).statusCode()).isEqualTo(200);
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }

    @Test
    void a_used_code_is_not_sent_again() {
        CodeStory story = CodeStory.signIn();
        story.enters(story.code());
        MovableClock.advance(Duration.ofMinutes(1));
        assertRefused(VerificationCodeApi.resend(story.id()), 410, "CID3102");
        assertThat(CodeStory.messages(story.person)).isEqualTo(1);
    }
}

package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.VerificationCodeApi;

/** How far a code has come, and how else it can be sent. */
@QuarkusTest
class CodeDeliveryTest {

    private static final String TEXT = "ConfirmActionCodeText";
    private static final String MAIL = "ConfirmActionCodeMail";

    private final Person person = Person.fresh();

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_new_code_waits_and_then_is_sent() {
        CodeStory story = CodeStory.signIn(person);
        assertComesTo(story.issued(), "WAITING", "TEXT");

        ReceiptApi.awaitSent(person, "SignInCodeText");
        assertComesTo(read(story), "SENT", "TEXT");
    }

    @Test
    void reading_says_what_the_answer_said_and_changes_nothing() {
        CodeStory story = CodeStory.signIn(person);
        Silence silence = Silence.of(person);

        Response read = read(story);

        for (String field : new String[] {"id", "account", "purpose", "sentTo", "issuedAt", "expiresAt", "resendAt"}) {
            assertThat(read.<String>path(field))
                    .as(field)
                    .isEqualTo(story.issued().path(field));
        }
        assertThat(read.<Integer>path("attemptsLeft")).isEqualTo(5);
        silence.isKept();
    }

    @Test
    void a_code_to_sign_in_that_did_not_arrive_has_nowhere_else_to_go() {
        CodeStory story = CodeStory.signIn(person);

        ReceiptApi.send(ReceiptApi.awaitSent(person, "SignInCodeText"), "permanent-failure");

        assertComesTo(read(story), "UNDELIVERED", "TEXT");
    }

    @Test
    void a_code_to_confirm_something_that_did_not_arrive_is_offered_by_e_mail_first() {
        CodeStory story = CodeStory.confirmAction(person);
        assertComesTo(story.issued(), "WAITING", "TEXT", "EMAIL");

        ReceiptApi.send(ReceiptApi.awaitSent(person, TEXT), "permanent-failure");
        assertComesTo(read(story), "UNDELIVERED", "EMAIL", "TEXT");

        MovableClock.advance(Duration.ofMinutes(1));
        assertComesTo(VerificationCodeApi.resend(story.id(), "EMAIL"), "WAITING", "TEXT", "EMAIL");
        ReceiptApi.awaitSent(person, MAIL);
        assertComesTo(read(story), "SENT", "TEXT", "EMAIL");
        assertThat(story.enters(story.mailbox().awaitCode(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void the_latest_message_decides() {
        CodeStory story = CodeStory.confirmAction(person);
        UUID first = ReceiptApi.awaitSent(person, TEXT);
        ReceiptApi.send(first, "temporary-failure");
        MovableClock.advance(Duration.ofMinutes(1));
        Response again = VerificationCodeApi.resend(story.id());
        assertComesTo(again, "WAITING", "TEXT", "EMAIL");
        assertThat(again.<String>path("resendAt")).isGreaterThan(story.issued().path("resendAt"));

        UUID second = ReceiptApi.awaitSent(person, TEXT);
        assertThat(second).isNotEqualTo(first);
        assertComesTo(read(story), "SENT", "TEXT", "EMAIL");
        assertThat(read(story).<String>path("resendAt")).isEqualTo(again.path("resendAt"));

        ReceiptApi.send(second, "delivered");
        assertComesTo(read(story), "DELIVERED", "TEXT", "EMAIL");
    }

    @Test
    void an_e_mail_is_never_more_than_sent() {
        CodeStory story = CodeStory.confirmActionByEmail(person);
        UUID mail = ReceiptApi.awaitSent(person, MAIL);

        ReceiptApi.send(mail, "delivered");
        ReceiptApi.send(mail, "permanent-failure");

        assertComesTo(read(story), "SENT", "TEXT", "EMAIL");
    }

    @Test
    void only_what_the_account_has_is_offered() {
        Person noMobile = Person.with().noMobile().open();

        assertComesTo(CodeStory.confirmActionByEmail(noMobile).issued(), "WAITING", "EMAIL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEAD", "EXPIRED"})
    void a_message_that_never_left_is_undelivered(String end) {
        CodeStory story = CodeStory.confirmAction(person);
        Rows.texts(
                "update message set state = ?, sealed = null, seal_key_id = null where id = ? returning id",
                end,
                ReceiptApi.awaitSent(person, TEXT));

        assertComesTo(read(story), "UNDELIVERED", "EMAIL", "TEXT");
    }

    @Test
    void that_it_did_not_arrive_leaves_the_code_as_good_as_it_was() {
        CodeStory story = CodeStory.signIn(person);
        String code = story.code();
        ReceiptApi.send(ReceiptApi.awaitSent(person, "SignInCodeText"), "permanent-failure");

        story.entersWrong(code, 1);

        assertComesTo(read(story), "UNDELIVERED", "TEXT");
        assertThat(read(story).<Integer>path("attemptsLeft")).isEqualTo(4);
        assertThat(story.enters(code).statusCode()).isEqualTo(200);
    }

    @Test
    void another_services_code_reads_like_one_that_never_was() {
        CodeStory story = CodeStory.signIn(person);

        Response others = VerificationCodeApi.as("another-service").get("/v1/verification-codes/{id}", story.id());
        Response nobodys = VerificationCodeApi.read(UUID.randomUUID().toString());

        assertRefused(others, 404, "CID3109");
        assertThat(withoutInstance(others)).isEqualTo(withoutInstance(nobodys));
    }

    @Test
    void a_code_whose_message_was_removed_as_old_is_unknown() {
        CodeStory story = CodeStory.signIn(person);
        Rows.texts("delete from message where id = ? returning id", ReceiptApi.awaitSent(person, "SignInCodeText"));

        assertRefused(read(story), 404, "CID3109");
    }

    private static Response read(CodeStory story) {
        return VerificationCodeApi.read(story.id());
    }

    private static void assertComesTo(Response answer, String delivery, String... channels) {
        assertThat(answer.<String>path("delivery")).as(answer.asString()).isEqualTo(delivery);
        assertThat(answer.jsonPath().getList("channels", String.class)).containsExactly(channels);
    }
}

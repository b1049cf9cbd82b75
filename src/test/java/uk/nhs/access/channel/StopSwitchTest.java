package uk.nhs.access.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.VerificationCodeApi;

/** Texts and e-mails can be stopped, each without the other. */
@QuarkusTest
class StopSwitchTest {

    private static final String WHY = "Somebody makes us text premium numbers";

    @AfterEach
    void open_all() {
        OperationsApi.open("TEXT");
        OperationsApi.open("EMAIL");
    }

    @Test
    void who_stopped_a_channel_and_why_can_be_read() {
        OperationsApi.stop("TEXT", WHY)
                .then()
                .statusCode(200)
                .body("stopped", equalTo(true))
                .body("stoppedBy", equalTo("operator"))
                .body("reason", equalTo(WHY));

        OperationsApi.channels()
                .then()
                .body("channel", equalTo(List.of("TEXT", "EMAIL")))
                .body("[0].stopped", equalTo(true))
                .body("[0]", hasKey("stoppedAt"))
                .body("[1].stopped", equalTo(false))
                .body("[1]", not(hasKey("stoppedAt")));
    }

    @Test
    void stopping_it_again_keeps_the_time_and_replaces_the_reason() {
        String since = OperationsApi.stop("TEXT", WHY).path("stoppedAt");

        OperationsApi.stop("TEXT", "It is not over")
                .then()
                .body("stoppedAt", equalTo(since))
                .body("reason", equalTo("It is not over"));
    }

    @Test
    void a_code_by_a_stopped_channel_is_refused_and_nothing_of_it_counts() {
        Person person = Person.fresh();
        Silence silence = Silence.of(person);
        OperationsApi.stop("TEXT", WHY);

        assertClosed(VerificationCodeApi.issue(person, "SIGN_IN"));
        silence.isKept();

        OperationsApi.open("TEXT");
        CodeStory.signIn(person);
    }

    @Test
    void a_new_number_cannot_be_proved_while_texts_are_stopped() {
        Person person = Person.fresh();
        OperationsApi.stop("TEXT", WHY);

        assertClosed(PhoneChangeApi.ask(person.token().mint(), Person.freshNumber()));
        assertThat(Rows.count("select count(*) from phone_change where account_id = ?", person.account()))
                .isZero();
    }

    @Test
    void the_other_channel_stays_open() {
        Person person = Person.fresh();
        OperationsApi.stop("TEXT", WHY);

        CodeStory story = CodeStory.confirmActionByEmail(person);

        story.mailbox().await(1);
    }

    @Test
    void a_code_moves_to_the_channel_that_is_open() {
        CodeStory story = CodeStory.confirmAction(Person.fresh());
        MovableClock.advance(Duration.ofSeconds(60));
        OperationsApi.stop("TEXT", WHY);

        assertClosed(VerificationCodeApi.resend(story.id()));
        assertThat(VerificationCodeApi.resend(story.id(), "EMAIL").statusCode()).isEqualTo(200);
    }

    @Test
    void a_notice_waits_until_its_channel_is_open_again() {
        Story story = Story.ofSomebody().asks();
        story.code();
        OperationsApi.stop("EMAIL", WHY);
        story.entersTheCode();

        Awaitility.await("two looks into the outbox")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> story.state().equals("AWAITING_NOTICE")
                        && Inbox.of(story.person.address()).messages().isEmpty());
        OperationsApi.open("EMAIL");

        story.isTold();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void nobody_stops_a_channel_without_a_reason(String reason) {
        assertRefused(OperationsApi.stop("TEXT", reason), 400, "CID1001");
        OperationsApi.channels().then().body("[0].stopped", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "PIGEON", "TEXT ", "%20"})
    void a_channel_that_there_is_not_is_not_found(String channel) {
        assertRefused(OperationsApi.stop(channel, WHY), 404, "CID1005");
        assertRefused(OperationsApi.open(channel), 404, "CID1005");
    }

    private static void assertClosed(Response answer) {
        assertRefused(answer, 503, "CID3111");
        assertThat(answer.<String>path("channel")).isEqualTo("TEXT");
        assertThat(answer.<Integer>path("retryAfter")).isEqualTo(300);
        assertThat(answer.header("Retry-After")).isEqualTo("300");
        assertThat(answer.header("RateLimit")).isNull();
    }
}

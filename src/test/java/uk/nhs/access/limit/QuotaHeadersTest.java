package uk.nhs.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.VerificationCodeApi;

/** What a client that is known by its token is told of the limits on sending. */
@QuarkusTest
class QuotaHeadersTest {

    private static final String POLICIES =
            "\"apart\";q=1;w=60, \"ten-minutes\";q=5;w=600, \"hour\";q=10;w=3600, \"day\";q=20;w=86400";

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void stop_the_clock() {
        start = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(start);
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void every_sending_says_how_many_are_left() {
        Person person = Person.fresh();

        assertTold(
                VerificationCodeApi.issue(person, "SIGN_IN"),
                "\"apart\";r=0;t=60, \"ten-minutes\";r=4;t=600, \"hour\";r=9;t=3600, \"day\";r=19;t=86400");
        MovableClock.stopAt(start.plusSeconds(90));
        assertTold(
                VerificationCodeApi.issue(person, "SIGN_IN"),
                "\"apart\";r=0;t=60, \"ten-minutes\";r=3;t=510, \"hour\";r=8;t=3510, \"day\";r=18;t=86310");
    }

    @Test
    void a_refused_one_says_the_same_wait_as_retry_after() {
        Person person = Person.fresh();
        VerificationCodeApi.issue(person, "SIGN_IN");
        MovableClock.stopAt(start.plusSeconds(18));

        Response refused = VerificationCodeApi.issue(person, "SIGN_IN");

        assertMustWait(refused, "CID3105", 42);
        assertTold(refused, "\"apart\";r=0;t=42, \"ten-minutes\";r=4;t=582, \"hour\";r=9;t=3582, \"day\";r=19;t=86382");
    }

    @Test
    void persons_are_told_of_their_own_account() {
        Person person = Person.fresh();
        String token = person.token().mint();

        Response asked = PhoneChangeApi.ask(token, Person.freshNumber());
        MovableClock.stopAt(start.plus(Duration.ofMinutes(1)));
        Response resent = PhoneChangeApi.resend(token, asked.path("id"));

        assertThat(asked.header("RateLimit")).contains("\"day\";r=19");
        assertThat(resent.header("RateLimit")).contains("\"day\";r=18");
    }

    /** Or anybody could find out when somebody else was sent a code. */
    @Test
    void nobody_is_told_when_others_had_something_sent_to_a_number() {
        String number = Person.freshNumber();
        PhoneChangeApi.ask(Person.fresh().token().mint(), number);
        MovableClock.stopAt(start.plusSeconds(42));

        Response refused = PhoneChangeApi.ask(Person.fresh().token().mint(), number);

        assertMustWait(refused, "CID3105", 60);
        assertThat(refused.header("RateLimit")).startsWith("\"apart\";r=1;t=60");
    }

    @Test
    void whoever_lost_the_phone_is_not_told_what_the_owner_has_had_sent() {
        LostPhone story = LostPhone.ofSomebody();
        VerificationCodeApi.issue(story.person, "SIGN_IN");

        Response asked = story.provesThePreviousNumber().triesToAsk();

        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(asked.header("RateLimit")).isNull();
    }

    @Test
    void what_sends_nothing_tells_nothing() {
        Person person = Person.fresh();
        String code = VerificationCodeApi.issue(person, "SIGN_IN").path("id");

        assertThat(VerificationCodeApi.check(code, "000000").header("RateLimit"))
                .isNull();
        assertThat(PhoneChangeApi.list(person.token().mint()).header("RateLimit-Policy"))
                .isNull();
    }

    private static void assertTold(Response answer, String left) {
        assertThat(answer.header("RateLimit-Policy")).isEqualTo(POLICIES);
        assertThat(answer.header("RateLimit")).isEqualTo(left);
    }
}

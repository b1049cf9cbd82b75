package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** The code as the proof of the new number. */
@QuarkusTest
class ConfirmChangeTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void each_wrong_code_says_how_many_tries_are_left_and_after_the_last_the_right_one_is_refused() {
        Story story = Story.ofSomebody().asks();
        for (int left = 4; left >= 0; left--) {
            assertWrong(wrong(story), left);
            assertThat(PhoneChangeApi.read(story.token(), story.change()).<Integer>path("attemptsLeft"))
                    .isEqualTo(left);
        }

        Silence silence = Silence.of(story.person, story.newNumber);
        Response right = PhoneChangeApi.confirm(story.token(), story.change(), story.code());

        assertRefused(right, 422, "CID3103");
        assertThat(right.<Integer>path("attemptsLeft")).isZero();
        assertRefused(wrong(story), 422, "CID3103");
        assertRefused(PhoneChangeApi.resend(story.token(), story.change()), 422, "CID3103");
        silence.isKept();
        assertThat(Rows.history(story.person))
                .containsExactly(
                        "PhoneChangeAsked", "CodeRefused", "CodeRefused", "CodeRefused", "CodeRefused", "CodeRefused");
    }

    @Test
    void a_code_is_good_until_the_last_tick_of_its_600_seconds() {
        Story story = Story.ofSomebody().asks();
        String code = story.code();

        MovableClock.stopAt(asked(story).plusSeconds(600).minus(TICK));

        assertThat(PhoneChangeApi.confirm(story.token(), story.change(), code).statusCode())
                .isEqualTo(200);
    }

    @Test
    void after_exactly_600_seconds_a_code_has_expired() {
        Story story = Story.ofSomebody().asks();
        String code = story.code();

        MovableClock.stopAt(asked(story).plusSeconds(600));

        assertRefused(PhoneChangeApi.confirm(story.token(), story.change(), code), 410, "CID3102");
        assertRefused(PhoneChangeApi.resend(story.token(), story.change()), 410, "CID3102");
        story.reaches("EXPIRED");
        Silence silence = Silence.of(story.person, story.newNumber);
        assertRefused(PhoneChangeApi.confirm(story.token(), story.change(), code), 410, "CID3102");
        silence.isKept();
    }

    @Test
    void a_change_is_confirmed_once() {
        Story story = Story.ofSomebody().isHeld();
        Silence silence = Silence.of(story.person, story.newNumber);

        assertRefused(PhoneChangeApi.confirm(story.token(), story.change(), story.code()), 409, "CID3014");
        assertRefused(wrong(story), 409, "CID3014");
        assertRefused(PhoneChangeApi.resend(story.token(), story.change()), 409, "CID3014");
        silence.isKept();
    }

    @Test
    void sending_again_brings_the_same_code_and_gives_no_tries_back() {
        Story story = Story.ofSomebody().asks();
        assertWrong(wrong(story), 4);
        assertWrong(wrong(story), 3);
        MovableClock.advance(Duration.ofMinutes(1));

        Response again = PhoneChangeApi.resend(story.token(), story.change());

        assertThat(again.<Integer>path("attemptsLeft")).isEqualTo(3);
        assertThat(Instant.parse(again.path("codeExpiresAt")))
                .isEqualTo(asked(story).plusSeconds(600));
        assertThat(story.newPhone().awaitCode(2)).isEqualTo(story.code());
        assertWrong(wrong(story), 2);
        story.entersTheCode();
    }

    @Test
    void another_persons_change_is_as_unknown_as_one_that_never_was() {
        Story story = Story.ofSomebody().asks();
        String code = story.code();
        String stranger = Person.fresh().token().mint();
        Silence silence = Silence.of(story.person, story.newNumber);

        Response others = PhoneChangeApi.confirm(stranger, story.change(), code);
        Response unknown = PhoneChangeApi.confirm(stranger, UUID.randomUUID().toString(), code);
        Response malformed = PhoneChangeApi.confirm(stranger, "mine", code);
        Response resent = PhoneChangeApi.resend(stranger, story.change());

        assertRefused(others, 404, "CID3012");
        for (Response answer : new Response[] {unknown, malformed, resent}) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(others));
        }
        silence.isKept();
        story.entersTheCode();
    }

    @Test
    void nothing_is_confirmed_for_a_disabled_account() {
        Story story = Story.ofSomebody().asks();
        String code = story.code();
        Rows.count(
                "with done as (update account set disabled_because = 'BY_SERVICE' where id = ? returning 1) select count(*) from done",
                story.person.account());
        Silence silence = Silence.of(story.person, story.newNumber);

        assertRefused(PhoneChangeApi.confirm(story.token(), story.change(), code), 403, "CID2012");
        assertRefused(PhoneChangeApi.resend(story.token(), story.change()), 403, "CID2012");
        silence.isKept();
    }

    private static Response wrong(Story story) {
        return PhoneChangeApi.confirm(story.token(), story.change(), story.wrongCode());
    }

    private static void assertWrong(Response answer, int left) {
        assertRefused(answer, 422, "CID3101");
        assertThat(answer.<Integer>path("attemptsLeft")).isEqualTo(left);
    }

    private static Instant asked(Story story) {
        return Instant.parse(PhoneChangeApi.read(story.token(), story.change()).path("requestedAt"));
    }
}

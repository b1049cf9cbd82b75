package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertMustWait;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** What guessing comes to: codes are bound to their change, and wrong ones count over all changes of an account. */
@QuarkusTest
class CodeGuessingTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration BETWEEN_SENDINGS = Duration.ofMinutes(2);

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void the_code_for_one_number_is_a_wrong_guess_for_another() {
        Story first = Story.ofSomebody().asks();
        Story second = next(first);
        while (second.code().equals(first.code())) {
            second = next(second);
        }

        Response answer = PhoneChangeApi.confirm(second.token(), second.change(), first.code());

        assertRefused(answer, 422, "CID3101");
        assertThat(answer.<Integer>path("attemptsLeft")).isEqualTo(4);
        assertThat(Rows.history(first.person)).contains("CodeRefused");
        assertRefused(PhoneChangeApi.confirm(first.token(), first.change(), first.code()), 410, "CID3013");
        second.entersTheCode();
    }

    @Test
    void the_code_of_one_person_is_a_wrong_guess_at_the_same_number_of_another() {
        Story first = Story.ofSomebody().asks();
        MovableClock.advance(BETWEEN_SENDINGS);
        Person other = Person.fresh();
        String change =
                PhoneChangeApi.ask(other.token().mint(), first.newNumber).path("id");
        String own = first.newPhone().awaitCode(2);
        String code = first.newPhone().awaitCode(1);
        if (own.equals(code)) {
            return; // once in a million
        }

        assertRefused(PhoneChangeApi.confirm(other.token().mint(), change, code), 422, "CID3101");
        assertThat(PhoneChangeApi.confirm(other.token().mint(), change, own).statusCode())
                .isEqualTo(200);
    }

    @Test
    void ten_wrong_codes_in_a_row_block_guessing_and_asking_for_15_minutes() {
        Story first = Story.ofSomebody().asks();
        guessWrong(first, 5);
        Story second = next(first);
        guessWrong(second, 4);
        Instant blocked = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(blocked);
        guessWrong(second, 1);
        Person person = first.person;

        assertThat(Rows.history(person).stream().filter("CodeRefused"::equals)).hasSize(10);
        Silence silence = Silence.of(person, second.newNumber);
        MovableClock.stopAt(blocked.plus(BETWEEN_SENDINGS));
        assertMustWait(ask(person), "CID3104", 780);
        silence.isKept();
        MovableClock.stopAt(blocked.plusSeconds(900).minus(TICK));
        assertMustWait(ask(person), "CID3104", 1);

        MovableClock.stopAt(blocked.plusSeconds(900));
        assertThat(ask(person).statusCode()).isEqualTo(201);
    }

    @Test
    void while_guessing_is_blocked_the_right_code_is_refused_and_sending_again_too() {
        Story first = Story.ofSomebody().asks();
        guessWrong(first, 5);
        Story second = next(first);
        guessWrong(second, 4);
        Story third = next(second);
        guessWrong(third, 1);
        MovableClock.stopAt(MovableClock.now().plus(BETWEEN_SENDINGS));
        Silence silence = Silence.of(first.person, third.newNumber);

        Response right = PhoneChangeApi.confirm(third.token(), third.change(), third.code());

        assertRefused(right, 429, "CID3104");
        assertThat(right.<Integer>path("retryAfter")).isBetween(770, 780);
        assertRefused(PhoneChangeApi.resend(third.token(), third.change()), 429, "CID3104");
        silence.isKept();
    }

    @Test
    void a_right_code_ends_the_row_of_wrong_ones() {
        Story first = Story.ofSomebody().asks();
        guessWrong(first, 5);
        Story second = next(first);
        guessWrong(second, 4);
        second.entersTheCode();

        Story third = next(second);
        guessWrong(third, 5);

        assertThat(next(third).state()).isEqualTo("AWAITING_CODE");
    }

    @Test
    void wrong_codes_of_one_account_do_not_block_another() {
        Story first = Story.ofSomebody().asks();
        guessWrong(first, 5);
        guessWrong(next(first), 5);

        assertRefused(ask(first.person), 429, "CID3104");
        assertThat(ask(Person.fresh()).statusCode()).isEqualTo(201);
    }

    private static Story next(Story before) {
        MovableClock.advance(BETWEEN_SENDINGS);
        return Story.of(before.person).asks();
    }

    private static void guessWrong(Story story, int times) {
        for (int time = 0; time < times; time++) {
            assertRefused(PhoneChangeApi.confirm(story.token(), story.change(), story.wrongCode()), 422, "CID3101");
        }
    }

    private static Response ask(Person person) {
        return PhoneChangeApi.ask(person.token().mint(), Person.freshNumber());
    }
}

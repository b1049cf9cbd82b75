package uk.nhs.access.passwordchange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;

/** Guesses at the current password of a change are counted, and after five of them no more are taken for a day. */
@QuarkusTest
class PasswordChangeGuessesTest {

    private static final String CURRENT = "gravel otter minuet six";
    private static final String CHOSEN = "kettle orange bus lantern";
    private static final String GUESS = "not the current one";

    private final Person person = Person.with().password(CURRENT).open();

    @Test
    void wrong_ones_are_counted_and_after_five_in_a_day_not_even_the_right_one_helps() {
        for (int left = 4; left >= 0; left--) {
            assertWrong(change(GUESS, CHOSEN), left);
        }
        Silence silence = Silence.of(person);

        Response answer = change(CURRENT, CHOSEN);

        assertRefused(answer, 429, "CID3313");
        assertThat(answer.<Integer>path("retryAfter")).isBetween(86_000, 86_400);
        assertThat(answer.header("Retry-After")).isNotNull();
        silence.isKept();
        assertThat(Rows.history(person)).hasSize(5).containsOnly("PasswordChangeRefused");
    }

    @Test
    void guessing_here_locks_nobody_out_of_the_account() {
        IntStream.range(0, 6).forEach(i -> change(GUESS, CHOSEN));

        assertThat(Rows.texts("select locked_because from account where id = ?", person.account()))
                .containsExactly((String) null);
        assertThat(PasswordApi.account(person.token().mint()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_day_after_the_first_wrong_one_there_is_a_try_again() {
        IntStream.range(0, 6).forEach(i -> change(GUESS, CHOSEN));
        MovableClock.advance(Duration.ofDays(1));

        assertThat(change(CURRENT, CHOSEN).statusCode()).isEqualTo(200);
    }

    @Test
    void the_right_one_ends_the_count_even_where_the_new_one_is_refused() {
        IntStream.range(0, 4).forEach(i -> change(GUESS, CHOSEN));
        Response refused = change(CURRENT, CURRENT);
        assertRefused(refused, 422, "CID3311");
        assertThat(refused.<List<String>>path("reasons")).contains("USED_BEFORE");

        assertWrong(change(GUESS, CHOSEN), 4);
    }

    @Test
    void twenty_guesses_at_once_are_counted_as_twenty_guesses() {
        String token = person.token().mint();
        List<Integer> statuses = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> PasswordApi.change(token, "guess number " + i, CHOSEN))
                .map(Response::statusCode)
                .toList();

        assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(15);
    }

    private Response change(String current, String chosen) {
        return PasswordApi.change(person.token().mint(), current, chosen);
    }

    private static void assertWrong(Response answer, int left) {
        assertRefused(answer, 422, "CID3312");
        assertThat(answer.<Integer>path("attemptsLeft")).isEqualTo(left);
    }
}

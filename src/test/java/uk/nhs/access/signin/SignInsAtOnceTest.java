package uk.nhs.access.signin;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.PasswordCheckApi.check;
import static uk.nhs.access.support.PasswordCheckApi.guess;
import static uk.nhs.access.support.PasswordCheckApi.outcome;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** However many passwords come at the same time, no more are compared than may be, and the answers tell nothing. */
@QuarkusTest
class SignInsAtOnceTest {

    private static final String RIGHT = "gravel otter minuet six";

    private final Person person = Person.with().password(RIGHT).addresses(2).open();

    @Test
    void of_40_wrong_ones_at_once_ten_are_compared_and_the_owner_is_told_once() {
        Map<String, Long> outcomes = atOnce(40, i -> check(person, "wrong password " + i));

        assertThat(outcomes.keySet()).isSubsetOf("WRONG", "LOCKED", "CID1111");
        assertThat(outcomes.get("WRONG")).isLessThanOrEqualTo(9);
        guess(person, 10);
        assertThat(locked()).isEqualTo("FAILED_SIGN_INS");
        assertThat(Rows.history(person)).containsExactly("AccountLocked");
        assertThat(Rows.count("select count(*) from message where account_id = ?", person.account()))
                .isEqualTo(3);
    }

    @Test
    void however_many_right_ones_come_at_once_they_lock_nothing() {
        Map<String, Long> outcomes = atOnce(40, i -> check(person, RIGHT));

        assertThat(outcomes.keySet()).isSubsetOf("RIGHT", "CID1111");
        assertThat(outcome(person, RIGHT)).isEqualTo("RIGHT");
        assertThat(Rows.count("select sign_in_tries from account where id = ?", person.account()))
                .isZero();
    }

    @Test
    void while_the_last_tries_are_compared_nobody_else_is_and_what_was_never_finished_locks_a_minute_later() {
        Rows.change(
                "update account set sign_in_tries = 10, sign_in_tried_at = db_now() where id = ?", person.account());
        Response meanwhile = check(person, RIGHT);
        assertRefused(meanwhile, 503, "CID1111");
        assertThat(meanwhile.<Integer>path("retryAfter")).isEqualTo(1);
        assertThat(locked()).isEmpty();

        MovableClock.advance(Duration.ofMinutes(1));
        assertThat(outcome(person, RIGHT)).isEqualTo("LOCKED");
        assertThat(Rows.history(person)).containsExactly("AccountLocked");
    }

    @Test
    void while_the_last_tries_at_an_account_that_nobody_has_are_compared_the_answers_are_the_same() {
        UUID nobody = UUID.randomUUID();
        IntStream.range(0, 9).forEach(i -> check(nobody, "wrong " + i));
        Rows.change("update send_limit set sent_at = sent_at || db_now() where subject ="
                + " (select subject from send_limit where subject like 'sign-in of nobody %'"
                + " order by sent_at[9] desc nulls last limit 1)");

        Response meanwhile = check(nobody, RIGHT);
        assertRefused(meanwhile, 503, "CID1111");
        assertThat(meanwhile.<Integer>path("retryAfter")).isEqualTo(1);

        MovableClock.advance(Duration.ofMinutes(1));
        assertThat(check(nobody, RIGHT).<String>path("outcome")).isEqualTo("LOCKED");
        assertThat(check(nobody, RIGHT).<String>path("outcome")).isEqualTo("LOCKED");
    }

    @Test
    void of_40_at_once_at_an_account_that_nobody_has_the_answers_are_those_of_one_that_somebody_has() {
        UUID nobody = UUID.randomUUID();

        Map<String, Long> outcomes = atOnce(40, i -> check(nobody, "wrong password " + i));

        assertThat(outcomes.keySet()).isSubsetOf("WRONG", "LOCKED", "CID1111");
        assertThat(outcomes.get("WRONG")).isLessThanOrEqualTo(9);
        IntStream.range(0, 10).forEach(i -> check(nobody, "wrong again " + i));
        assertThat(check(nobody, RIGHT).<String>path("outcome")).isEqualTo("LOCKED");
    }

    private String locked() {
        return Rows.text("select coalesce(locked_because, '') from account where id = ?", person.account());
    }

    private static Map<String, Long> atOnce(int callers, IntFunction<Response> call) {
        List<Response> answers =
                IntStream.range(0, callers).parallel().mapToObj(call).toList();
        return answers.stream()
                .map(answer -> answer.<String>path(answer.statusCode() == 200 ? "outcome" : "cid"))
                .collect(groupingBy(identity(), counting()));
    }
}

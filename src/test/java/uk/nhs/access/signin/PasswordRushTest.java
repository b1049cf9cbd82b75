package uk.nhs.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.PasswordCheckApi.check;
import static uk.nhs.access.support.PasswordCheckApi.outcome;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** More passwords at once than there is time to compare. */
@QuarkusTest
@TestProfile(PasswordRushTest.OneAtATime.class)
class PasswordRushTest {

    private static final String RIGHT = "gravel otter minuet six";

    private final Person person = Person.with().password(RIGHT).open();

    @Test
    void a_right_password_that_nobody_had_the_time_to_compare_counts_as_none() {
        List<Response> answers = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> PasswordCheckApi.check(person, RIGHT))
                .toList();

        List<Response> turnedAway =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        assertThat(turnedAway).isNotEmpty().allSatisfy(answer -> assertRefused(answer, 503, "CID1111"));
        assertThat(Rows.text(
                        "select sign_in_tries || coalesce(locked_because, '') from account where id = ?",
                        person.account()))
                .isEqualTo("0");
        assertThat(outcome(person, RIGHT)).isEqualTo("RIGHT");
    }

    /** Nine at once are fewer than lock, however many of them are compared. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wrong_ones_that_nobody_had_the_time_to_compare_count_as_none_whether_or_not_there_is_an_account(boolean known)
            throws Exception {
        UUID account = known ? person.account() : UUID.randomUUID();
        ExecutorService callers = Executors.newFixedThreadPool(9);
        List<Future<Response>> answers = callers.invokeAll(Collections.nCopies(9, () -> check(account, "wrong")));
        callers.shutdown();

        int compared = 0;
        for (Future<Response> answer : answers) {
            compared += answer.get().statusCode() == 200 ? 1 : 0;
        }

        assertThat(compared).isBetween(1, 8);
        for (int i = compared + 1; i < 10; i++) {
            assertThat(check(account, "wrong").<String>path("outcome")).isEqualTo("WRONG");
        }
        assertThat(check(account, "wrong").<String>path("outcome")).isEqualTo("LOCKED");
    }

    public static class OneAtATime implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "crypto.slow-hash.memory", "19456",
                    "crypto.slow-hash.at-once", "1",
                    "crypto.slow-hash.patience", "1ms");
        }
    }
}

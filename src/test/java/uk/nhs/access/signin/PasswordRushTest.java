package uk.nhs.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.PasswordCheckApi.outcome;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    public static class OneAtATime implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("crypto.slow-hash.at-once", "1", "crypto.slow-hash.patience", "1ms");
        }
    }
}

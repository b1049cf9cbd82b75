package uk.nhs.access.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** How long a wrong password takes says nothing of the account, or whether there is one. */
@Tag("timing")
@QuarkusTest
@TestProfile(PasswordTimingTest.NoSteps.class)
class PasswordTimingTest {

    private static final int WARM_UP = 60;
    private static final int SAMPLES = 400;
    private static final int TRIES = 9;

    /** Two samples of one distribution are further apart by chance once in a thousand times. */
    private static final double MOST_DEVIATIONS = 3.3;

    private static final double MOST_MILLISECONDS = 5;

    /** Answers leave at once, or steps would hide what is to be seen, and hashes cost what they cost in production. */
    public static class NoSteps implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("web.even-time", "1ms", "crypto.slow-hash.memory", "19456");
        }
    }

    private final String service = PasswordCheckApi.service();

    @Test
    void a_wrong_password_takes_as_long_for_an_account_as_for_none() {
        Person person = Person.with().password("gravel otter minuet six").open();
        List<Double> known = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();

        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            if (i % TRIES == 0) {
                Rows.texts("update account set sign_in_tries = 0 where id = ? returning 1", person.account());
            }
            String nobody = "nobody" + i / TRIES + "-" + person.account() + "@example.org";
            boolean knownFirst = (i & 1) == 0;
            double first = milliseconds(knownFirst ? person.address() : nobody);
            double second = milliseconds(knownFirst ? nobody : person.address());
            if (i >= WARM_UP) {
                known.add(knownFirst ? first : second);
                unknown.add(knownFirst ? second : first);
            }
        }

        assertAlike(known, unknown);
    }

    private double milliseconds(String address) {
        long start = System.nanoTime();
        String answer = given().auth()
                .oauth2(service)
                .contentType(ContentType.JSON)
                .body(Map.of("email", address, "password", "not the one"))
                .post("/v1/password-checks")
                .asString();
        double took = (System.nanoTime() - start) / 1e6;
        assertThat(answer).isEqualTo("{\"outcome\":\"WRONG\"}");
        return took;
    }

    /** By rank (Mann and Whitney), which outliers do not move; and by the medians. */
    private static void assertAlike(List<Double> known, List<Double> unknown) {
        List<Double> sorted =
                Stream.of(known, unknown).flatMap(List::stream).sorted().toList();
        double rankSum = known.stream()
                .mapToDouble(each -> Collections.binarySearch(sorted, each) + 1)
                .sum();
        double n = known.size();
        double deviation = Math.sqrt(n * n * (2 * n + 1) / 12);
        double deviations = (rankSum - n * (2 * n + 1) / 2) / deviation;
        assertThat(median(known) - median(unknown)).isBetween(-MOST_MILLISECONDS, MOST_MILLISECONDS);
        assertThat(deviations).isBetween(-MOST_DEVIATIONS, MOST_DEVIATIONS);
    }

    private static double median(List<Double> samples) {
        return samples.stream().sorted().toList().get(samples.size() / 2);
    }
}

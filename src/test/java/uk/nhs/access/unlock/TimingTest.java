package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.UnlockApi;

/** Nobody can tell by the clock whether there is such an account: samples that alternate, compared by their ranks. */
@Tag("timing")
@QuarkusTest
@TestProfile(CheapHashes.class)
class TimingTest {

    private static final int SAMPLES = 400;
    private static final int WARM_UP = 30;
    /** What was counted makes counting slower, and there is more of it than any limit allows. */
    private static final int FORGET_EVERY = 25;

    private static final double CHANCE = 0.01;
    private static final Duration NOTHING = Duration.ofMillis(5);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void let_a_day_pass() {
        MovableClock.advance(Duration.ofDays(1));
    }

    @Test
    void the_first_step_takes_as_long_whoever_is_meant() {
        Person person = QuestionApi.haveSet(Person.fresh());
        Person other = QuestionApi.haveSet(Person.fresh());
        Person noMobile = Person.with().noMobile().open();

        assertSameTime(Map.of(
                "real", start(person.address(), LockedOut.digits(person)),
                "wrong digits", start(other.address(), LockedOut.wrongDigits(other)),
                "no mobile", start(noMobile.address(), "1234"),
                "nobody", start("person.unknown@example.org", "1234")));
    }

    @Test
    void wrong_answers_take_as_long_whoever_is_meant() {
        Person real = locked(LockedBecause.FAILED_SIGN_INS);
        Person byOrganisation = locked(LockedBecause.BY_ORGANISATION);
        Person noQuestions = Person.fresh();
        Person wrongDigits = locked(LockedBecause.FAILED_SIGN_INS);

        assertSameTime(Map.of(
                "real", answer(real, LockedOut.digits(real), LockedOut.WRONG),
                "by organisation", answer(byOrganisation, LockedOut.digits(byOrganisation), QuestionApi.ANSWERS),
                "no questions", answer(noQuestions, LockedOut.digits(noQuestions), LockedOut.WRONG),
                "wrong digits", answer(wrongDigits, LockedOut.wrongDigits(wrongDigits), QuestionApi.ANSWERS)));
    }

    /** What is there by chance is not there twice: what one comparison in a hundred shows is looked at again. */
    private void assertSameTime(Map<String, HttpRequest> arms) {
        measure(arms, WARM_UP);
        Map<String, long[]> first = measure(arms, SAMPLES);
        if (!differing(first).isEmpty()) {
            assertThat(differing(measure(arms, 2 * SAMPLES))).isEmpty();
        }
    }

    private static List<String> differing(Map<String, long[]> times) {
        long[] real = times.get("real");
        return times.entrySet().stream()
                .filter(arm -> !arm.getKey().equals("real"))
                .filter(arm -> Ranks.probability(real, arm.getValue()) < CHANCE
                        || Math.abs(Ranks.median(real) - Ranks.median(arm.getValue())) > NOTHING.toNanos())
                .map(arm -> "%s: %d µs, real: %d µs, p = %.5f"
                        .formatted(
                                arm.getKey(),
                                Ranks.median(arm.getValue()) / 1_000,
                                Ranks.median(real) / 1_000,
                                Ranks.probability(real, arm.getValue())))
                .toList();
    }

    /** Each arm in turn, and each of them first as often as the others. */
    private Map<String, long[]> measure(Map<String, HttpRequest> arms, int samples) {
        List<String> names = List.copyOf(arms.keySet());
        Map<String, long[]> times = new TreeMap<>();
        names.forEach(name -> times.put(name, new long[samples]));
        for (int i = 0; i < samples; i++) {
            if (i % FORGET_EVERY == 0) {
                Rows.change("delete from send_limit where subject like 'unlocks %' or subject like 'answers %'");
            }
            for (int turn = 0; turn < names.size(); turn++) {
                String name = names.get((i + turn) % names.size());
                times.get(name)[i] = time(arms.get(name));
            }
        }
        return times;
    }

    private long time(HttpRequest request) {
        long before = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            long after = System.nanoTime();
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 422);
            return after - before;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Person locked(LockedBecause reason) {
        return QuestionApi.haveSet(Person.with().locked(reason).open());
    }

    private static HttpRequest start(String address, String digits) {
        return post(
                "/v1/unlocks", "{\"emailAddress\":\"%s\",\"mobileNumberEnding\":\"%s\"}".formatted(address, digits));
    }

    private static HttpRequest answer(Person person, String digits, List<String> answers) {
        String unlock = UnlockApi.start(person.address(), digits).path("id");
        return post(
                "/v1/unlocks/" + unlock + "/answers",
                "{\"answers\":[\"%s\"]}".formatted(String.join("\",\"", answers)));
    }

    private static HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}

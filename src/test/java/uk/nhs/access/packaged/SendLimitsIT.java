package uk.nhs.access.packaged;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.TestTokens;

/** The limits on sending, with callers who ask at the same moment at two replicas of the packaged service. */
class SendLimitsIT {

    private static final int CROWD = 40;
    private static final int AT_ONCE = 6;

    private static Cluster cluster;

    /** A gateway that takes 75 texts in a minute, of which the service sends 60: 6 at once, and then 54 in a minute. */
    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of("CHANNEL_TEXTS_IN_A_MINUTE", "75", "LIMIT_IN_AN_HOUR_BY_ADDRESS", "30"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void an_hour_later() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @Test
    void one_number_is_sent_one_code_in_a_minute_and_five_in_ten_whoever_asks() {
        String number = Person.fresh().mobile();
        List<Person> family = Stream.generate(() -> Person.with().mobile(number).open())
                .limit(CROWD)
                .toList();
        IntFunction<HttpResponse<String>> call = caller -> code(family.get(caller), caller);

        for (int minute = 0; minute < 5; minute++) {
            assertThat(outcomes(Crowd.atOnce(CROWD, call))).isEqualTo(Map.of("201", 1L, "429", CROWD - 1L));
            MovableClock.advance(Duration.ofSeconds(61));
        }
        assertThat(outcomes(Crowd.atOnce(CROWD, call))).isEqualTo(Map.of("429", (long) CROWD));
        MovableClock.advance(Duration.ofMinutes(6));
        assertThat(outcomes(Crowd.atOnce(CROWD, call))).isEqualTo(Map.of("201", 1L, "429", CROWD - 1L));
    }

    @Test
    void one_account_is_sent_one_code_at_a_time_wherever_it_is_asked_for() {
        Person person = Person.fresh();

        assertThat(outcomes(Crowd.atOnce(CROWD, caller -> code(person, caller))))
                .isEqualTo(Map.of("201", 1L, "429", CROWD - 1L));
    }

    @Test
    void one_client_address_asks_thirty_times_in_an_hour_for_whomever() {
        assertThat(outcomes(askedAtOnce(everybody()))).isEqualTo(Map.of("201", 30L, "429", CROWD - 30L));
        MovableClock.advance(Duration.ofHours(1));
        assertThat(outcomes(askedAtOnce(everybody()))).isEqualTo(Map.of("201", 30L, "429", CROWD - 30L));
    }

    @Test
    void both_replicas_together_keep_to_the_pace_of_the_gateway() {
        List<Person> persons = Stream.generate(Person::fresh).limit(CROWD / 2).toList();
        int before = cluster.texts.texts().size();
        Crowd.atOnce(persons.size(), caller -> code(persons.get(caller), caller));
        long asked = System.nanoTime();

        List<Long> gone = new ArrayList<>();
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    long seconds = Duration.ofNanos(System.nanoTime() - asked).toSeconds();
                    long sent = cluster.texts.texts().size() - before;
                    gone.add(sent - seconds);
                    return sent == persons.size();
                });
        // those that may leave at once, and the two seconds that asking may have taken
        assertThat(gone).allMatch(sent -> sent <= AT_ONCE + 2);
    }

    private static List<Owner> everybody() {
        return Stream.generate(() -> Owner.fresh(cluster)).limit(CROWD).toList();
    }

    private static List<HttpResponse<String>> askedAtOnce(List<Owner> owners) {
        return Crowd.atOnce(owners.size(), caller -> owners.get(caller).ask(cluster.replica(caller)));
    }

    private static HttpResponse<String> code(Person person, int replica) {
        return cluster.replica(replica)
                .post(
                        "/v1/verification-codes",
                        TestTokens.service("sign-in").mint(),
                        "{\"account\":\"" + person.account() + "\",\"purpose\":\"SIGN_IN\"}");
    }

    private static Map<String, Long> outcomes(List<HttpResponse<String>> answers) {
        return answers.stream().collect(groupingBy(answer -> String.valueOf(answer.statusCode()), counting()));
    }
}

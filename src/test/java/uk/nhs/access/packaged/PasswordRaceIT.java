package uk.nhs.access.packaged;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Production;
import uk.nhs.access.support.Rows;

/** Passwords, with two replicas of the packaged service and one database. */
class PasswordRaceIT {

    private static final String RIGHT = "gravel otter minuet six";
    private static final String WRONG_COMPARED = "access_password_checks_total{password=\"WRONG\"}";

    private static Cluster cluster;

    /** The replicas know the key that people get their passwords with; and let everybody in, and hash quickly. */
    @BeforeAll
    static void start() {
        System.setProperty("crypto.keys", Production.KEYS);
        cluster = Cluster.start(
                2,
                Map.of(
                        "WEB_MOST_AT_ONCE", "2000",
                        "CRYPTO_SLOW_HASH_MEMORY", "1024",
                        "CRYPTO_SLOW_HASH_MOST_WAITING", "1000",
                        "CRYPTO_SLOW_HASH_PATIENCE", "60s"));
    }

    @AfterAll
    static void stop() {
        System.clearProperty("crypto.keys");
        cluster.close();
    }

    private final String service = PasswordCheckApi.service();
    private final Person person = Person.with().password(RIGHT).addresses(2).open();

    @Test
    void of_500_wrong_ones_at_once_on_two_replicas_10_are_compared_and_the_owner_is_told_once() {
        double before = wrongCompared();

        List<HttpResponse<String>> answers = Crowd.atOnce(500, caller -> check("wrong password " + caller, caller));

        assertThat(outcomes(answers).keySet()).isSubsetOf("WRONG", "LOCKED", "CID1111");
        assertThat(wrongCompared() - before).isEqualTo(10);
        assertThat(outcomes(List.of(check(RIGHT, 0), check(RIGHT, 1)))).isEqualTo(Map.of("LOCKED", 2L));
        assertThat(Rows.history(person)).containsExactly("AccountLocked");
        assertToldOnce();
    }

    @Test
    void of_64_right_ones_at_once_on_two_replicas_none_is_wrong_and_none_locks() {
        List<HttpResponse<String>> answers = Crowd.atOnce(64, caller -> check(RIGHT, caller));

        assertThat(outcomes(answers).keySet()).isSubsetOf("RIGHT", "CID1111");
        assertThat(outcomes(List.of(check(RIGHT, 0), check(RIGHT, 1)))).isEqualTo(Map.of("RIGHT", 2L));
    }

    private void assertToldOnce() {
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> Rows.count(
                                "select count(*) from message where account_id = ? and state = 'SENT'",
                                person.account())
                        == 3);
        assertThat(person.addresses())
                .allSatisfy(address -> assertThat(cluster.mails.mails(address)).hasSize(1));
        assertThat(cluster.texts.texts(person.mobile())).hasSize(1);
    }

    private HttpResponse<String> check(String password, int replica) {
        return cluster.replica(replica)
                .post(
                        "/v1/accounts/" + person.account() + "/password-check",
                        service,
                        "{\"password\":\"" + password + "\"}");
    }

    /** How many wrong passwords all replicas have compared so far. */
    private static double wrongCompared() {
        return cluster.replicas.stream()
                .flatMap(replica -> replica.manage("/q/metrics").body().lines())
                .filter(line -> line.startsWith(WRONG_COMPARED))
                .mapToDouble(line -> Double.parseDouble(line.substring(WRONG_COMPARED.length())))
                .sum();
    }

    private static Map<String, Long> outcomes(List<HttpResponse<String>> answers) {
        return answers.stream()
                .map(answer -> JsonPath.from(answer.body()).getString(answer.statusCode() == 200 ? "outcome" : "cid"))
                .collect(groupingBy(identity(), counting()));
    }
}

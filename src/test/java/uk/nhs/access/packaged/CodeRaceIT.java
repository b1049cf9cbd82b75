package uk.nhs.access.packaged;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Codes, with two replicas of the packaged service and one database. */
class CodeRaceIT {

    private static Cluster cluster;

    /** The replicas let in whoever comes, as the database is to decide. */
    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of("WEB_MOST_AT_ONCE", "1000"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void of_64_right_codes_at_once_on_two_replicas_one_succeeds() {
        Owner owner = Owner.fresh(cluster).ask();
        String code = owner.code();

        List<HttpResponse<String>> answers = Crowd.atOnce(64, caller -> owner.enter(code, caller));

        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 1L, "409 CID3014", 63L));
    }

    @Test
    void of_500_wrong_codes_at_once_on_two_replicas_5_are_evaluated() {
        Owner owner = Owner.fresh(cluster).ask();
        String wrong = owner.code().equals("000000") ? "000001" : "000000";

        List<HttpResponse<String>> answers = Crowd.atOnce(500, caller -> owner.enter(wrong, caller));

        assertThat(outcomes(answers)).containsEntry("422 CID3101", 5L);
        assertThat(outcomes(answers).keySet()).isSubsetOf("422 CID3101", "422 CID3103", "503 CID1111");
        assertThat(owner.enter(owner.code(), 0).body()).contains("CID3103");
    }

    @Test
    void of_many_starts_at_once_one_is_left_waiting() {
        Owner owner = Owner.fresh(cluster);

        List<HttpResponse<String>> answers = Crowd.atOnce(
                50,
                caller -> cluster.replica(caller)
                        .post(
                                "/v1/phone-changes",
                                owner.person.token().mint(),
                                "{\"mobileNumber\":\"" + owner.newNumber + "\"}"));

        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "429 CID3105", 49L));
    }

    private static Map<String, Long> outcomes(List<HttpResponse<String>> answers) {
        return answers.stream()
                .map(answer -> answer.statusCode() < 400
                        ? String.valueOf(answer.statusCode())
                        : answer.statusCode() + " " + Owner.cid(answer))
                .collect(groupingBy(identity(), counting()));
    }
}

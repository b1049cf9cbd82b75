package uk.nhs.access.packaged;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests with a key, sent again and again to two replicas of the packaged service. */
class IdempotencyIT {

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void of_50_like_requests_at_once_on_two_replicas_one_has_an_effect() {
        Owner owner = Owner.fresh(cluster);

        List<HttpResponse<String>> answers = Crowd.atOnce(50, caller -> owner.ask(cluster.replica(caller)));

        System.out.println("Of 50 like requests: " + outcomes(answers));
        assertThat(outcomes(answers).keySet()).isSubsetOf("201", "409 CID1016").contains("201");
        List<HttpResponse<String>> done =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(done).filteredOn(answer -> !Owner.isReplayed(answer)).hasSize(1);
        String change = owner.theOneChange();
        assertThat(done).allSatisfy(answer -> assertThat(Owner.id(answer)).isEqualTo(change));
        for (Replica replica : cluster.replicas) {
            assertThat(Owner.id(owner.ask(replica))).isEqualTo(change);
        }
    }

    @Test
    void of_50_like_wrong_codes_at_once_on_two_replicas_one_counts() {
        Owner owner = Owner.fresh(cluster).ask();
        String wrong = owner.code().equals("000000") ? "000001" : "000000";

        List<HttpResponse<String>> answers = Crowd.atOnce(50, caller -> owner.enter(wrong, caller, "wrong"));

        System.out.println("Of 50 like wrong codes: " + outcomes(answers));
        assertThat(outcomes(answers).keySet())
                .isSubsetOf("422 CID3101", "409 CID1016")
                .contains("422 CID3101");
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 422)
                        .map(HttpResponse::body)
                        .distinct())
                .hasSize(1);
        assertThat(owner.change().getInt("attemptsLeft")).isEqualTo(4);
    }

    private static Map<String, Long> outcomes(Collection<HttpResponse<String>> answers) {
        return answers.stream()
                .map(answer -> answer.statusCode() < 400
                        ? String.valueOf(answer.statusCode())
                        : answer.statusCode() + " " + Owner.cid(answer))
                .collect(groupingBy(identity(), counting()));
    }
}

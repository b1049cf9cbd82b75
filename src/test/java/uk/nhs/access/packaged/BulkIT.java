package uk.nhs.access.packaged;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Rows;

/** Long streams of accounts, to a packaged service that has little memory and few connections to the database. */
class BulkIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = Integer.getInteger("bulk.lines", 10_000);
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Cluster cluster;

    private final String name = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        cluster = Cluster.start(
                1, "160m", Map.of("PROVISIONING_PATIENCE", "5s", "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "6"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void a_long_stream_is_answered_line_by_line_and_the_second_time_opens_no_account() {
        assertThat(load(LINES)).isEqualTo(Map.of("CREATED", LINES));
        assertThat(accounts()).isEqualTo(LINES);

        assertThat(load(LINES)).isEqualTo(Map.of("UNCHANGED", LINES));
        assertThat(accounts()).isEqualTo(LINES);
        assertThat(cluster.replica(0).log()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void after_a_connection_is_cut_what_was_answered_is_there_and_the_rest_can_be_sent_again() throws Exception {
        List<String> answered = new ArrayList<>();
        for (int time = 0; time < 8; time++) {
            AccountStream stream = AccountStream.open(cluster.replica(0));
            stream.send(lines(0, 2 * AT_ONCE));
            for (int line = 0; line < AT_ONCE; line++) {
                answered.add(JSON.readTree(stream.answer()).path("account").textValue());
            }
            stream.cut();
        }

        assertThat(Rows.texts("select id from account where starts_with(subject, ?)", name))
                .containsAll(answered);
        awaitTurn();
        assertThat(load(2 * AT_ONCE))
                .containsOnlyKeys("CREATED", "UNCHANGED")
                .matches(outcomes -> outcomes.get("UNCHANGED") >= AT_ONCE);
        assertThat(accounts()).isEqualTo(2 * AT_ONCE);
        assertAllIsWell();
    }

    /** The outcomes of that many lines, each of which is answered in its order. */
    private Map<String, Integer> load(int count) {
        Map<String, Integer> outcomes = new HashMap<>();
        try (AccountStream stream = AccountStream.open(cluster.replica(0))) {
            CompletableFuture<Void> sending = sending(stream, count);
            for (int line = 1; line <= count; line++) {
                JsonNode answer = JSON.readTree(stream.answer());
                assertThat(answer.path("line").intValue()).isEqualTo(line);
                outcomes.merge(answer.path("outcome").textValue(), 1, Integer::sum);
            }
            assertThat(stream.answer()).isNull();
            sending.join();
            return outcomes;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private CompletableFuture<Void> sending(AccountStream stream, int count) {
        return CompletableFuture.runAsync(() -> {
            try {
                for (int line = 0; line < count; line += AT_ONCE) {
                    stream.send(lines(line, Math.min(line + AT_ONCE, count)));
                }
                stream.end();
            } catch (IOException cutOff) {
                throw new IllegalStateException(cutOff);
            }
        });
    }

    private String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(line -> AccountStream.line(name + "-" + line))
                .collect(joining());
    }

    private long accounts() {
        return Rows.count("select count(*) from account where starts_with(subject, ?)", name);
    }

    private void awaitTurn() {
        Awaitility.await("a turn")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(load(1)).hasSize(1));
    }

    /** As many requests at once as there are connections, and none of these is left in the middle of anything. */
    private void assertAllIsWell() {
        assertThat(Crowd.atOnce(
                        12,
                        caller -> Owner.fresh(cluster).ask(cluster.replica(0)).statusCode()))
                .containsOnly(201);
        Awaitility.await("connections given back")
                .atMost(PATIENCE)
                .until(() -> Rows.count("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and state like 'idle in transaction%'")
                        == 0);
        assertThat(cluster.replica(0).log()).doesNotContain("OutOfMemoryError");
    }
}

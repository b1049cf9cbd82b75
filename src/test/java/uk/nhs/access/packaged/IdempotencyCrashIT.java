package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestDatabase;

/** A power cut in the middle of many requests with keys, and the same requests to the replica that is left. */
class IdempotencyCrashIT {

    private static final int OWNERS = 120;
    private static final int CALLERS = 20;
    private static final int ANSWERED_BEFORE = 40;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of("NOTICE_TEXT_LEASE", "PT4S"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void what_a_killed_replica_left_open_is_done_once_by_the_other() {
        Owner[] owners =
                IntStream.range(0, OWNERS).mapToObj(i -> Owner.fresh(cluster)).toArray(Owner[]::new);

        slowCommits();
        Map<Owner, String> answered = askUntilTheReplicaIsKilled(owners);
        fastCommits();
        long done = Arrays.stream(owners).filter(owner -> changes(owner) == 1).count();
        Map<Owner, HttpResponse<String>> again = shared(owners, IdempotencyCrashIT::askUntilDone);

        System.out.printf(
                "Of %d requests to a replica that was killed, %d were answered and %d done%n",
                OWNERS, answered.size(), done);
        assertThat(answered).hasSizeBetween(ANSWERED_BEFORE, OWNERS - 1);
        assertThat(done).as("done, with some answers lost").isBetween(answered.size() + 1L, OWNERS - 1L);
        assertThat(again.values()).hasSize(OWNERS).allMatch(answer -> answer.statusCode() == 201);
        assertThat(again.values()).filteredOn(Owner::isReplayed).hasSize((int) done);
        assertThat(answered)
                .allSatisfy(
                        (owner, id) -> assertThat(Owner.id(again.get(owner))).isEqualTo(id));
        assertThat(again)
                .allSatisfy((owner, answer) -> assertThat(Owner.id(answer)).isEqualTo(owner.theOneChange()));
    }

    /** So that a replica can be killed in the middle of one, which the database then ends without it. */
    private static void slowCommits() {
        execute("create function pause() returns trigger language plpgsql as"
                + " 'begin perform pg_sleep(0.1); return null; end';"
                + " create constraint trigger slow_commit after insert on kept_answer"
                + " deferrable initially deferred for each row execute function pause()");
    }

    /** Waits for the commits that still go on. */
    private static void fastCommits() {
        execute("drop trigger slow_commit on kept_answer; drop function pause()");
    }

    private static void execute(String sql) {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The ids that came back before the power cut, by whose change they name. */
    private static Map<Owner, String> askUntilTheReplicaIsKilled(Owner... owners) {
        Replica doomed = cluster.replica(0);
        CountDownLatch goingOn = new CountDownLatch(ANSWERED_BEFORE);
        Map<Owner, String> answered = new ConcurrentHashMap<>();
        CompletableFuture<?> asking = CompletableFuture.runAsync(() -> shared(owners, owner -> {
            try {
                answered.put(owner, Owner.id(owner.ask(doomed)));
                goingOn.countDown();
            } catch (UncheckedIOException cutOff) {
                // whether it was done is not known here
            }
            return owner;
        }));
        try {
            assertThat(goingOn.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Rows.count("select count(*) from pg_stat_activity where wait_event = 'PgSleep'") > 0);
        cluster.kill(doomed);
        asking.join();
        return answered;
    }

    /** Until the database has noticed that the killed replica is gone, its requests count as being worked on. */
    private static HttpResponse<String> askUntilDone(Owner owner) {
        return Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> owner.ask(cluster.replica(0)), answer -> answer.statusCode() != 409);
    }

    /** What came of it for each owner, the owners being shared among some callers. */
    private static <T> Map<Owner, T> shared(Owner[] owners, Function<Owner, T> request) {
        Map<Owner, T> results = new ConcurrentHashMap<>();
        Crowd.atOnce(CALLERS, caller -> {
            for (int i = caller; i < owners.length; i += CALLERS) {
                results.put(owners[i], request.apply(owners[i]));
            }
            return caller;
        });
        return results;
    }

    private static long changes(Owner owner) {
        return Rows.count("select count(*) from phone_change where account_id = ?", owner.person.account());
    }
}

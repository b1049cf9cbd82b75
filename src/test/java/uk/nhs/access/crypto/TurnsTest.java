package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.nhs.access.problem.Cid.UNAVAILABLE;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.problem.Problem;

class TurnsTest {

    private final SlowHashes hashes =
            Rings.slowHashes(Rings.of("k1"), Map.of("crypto.slow-hash.memory", "64", "crypto.slow-hash.passes", "1"));

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void of_200_at_the_same_time_never_more_than_a_few_take_their_memory_and_each_gets_its_turn() throws Exception {
        String hash = hashes.hash("password", "secret");
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Turns turns = turns(Map.of("crypto.slow-hash.patience", "60s", "crypto.slow-hash.most-waiting", "200"));

        List<Boolean> right = inParallel(
                200,
                () -> turns.take(() -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    boolean matches = hashes.matches(hash, "password", "secret");
                    working.decrementAndGet();
                    return matches;
                }));

        assertThat(right).hasSize(200).containsOnly(true);
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void whoever_would_wait_too_long_is_told_when_to_come_back_and_the_turns_are_free_again_after() throws Exception {
        Turns turns = turns(Map.of("crypto.slow-hash.at-once", "1", "crypto.slow-hash.patience", "50ms"));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Boolean> holder = other.submit(() -> turns.take(() -> {
            taken.countDown();
            return await(refused);
        }));
        taken.await();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> turns.take(() -> "never"))
                .satisfies(problem -> {
                    assertThat(problem.cid()).isEqualTo(UNAVAILABLE);
                    assertThat(problem.facts()).containsKey("retryAfter");
                });
        assertThat(metrics.get("access.slow.hashes.refused").counter().count()).isEqualTo(1);
        assertThat(metrics.get("access.slow.hashes.running").gauge().value()).isEqualTo(1);
        refused.countDown();
        assertThat(holder.get()).isTrue();
        assertThat(metrics.get("access.slow.hashes.running").gauge().value()).isZero();
        assertThat(turns.take(() -> "free")).isEqualTo("free");
        other.shutdown();
    }

    @Test
    void where_as_many_wait_as_may_one_more_is_refused_at_once() throws Exception {
        Turns turns = turns(Map.of(
                "crypto.slow-hash.at-once", "1",
                "crypto.slow-hash.most-waiting", "1",
                "crypto.slow-hash.patience", "60s"));
        CountDownLatch refused = new CountDownLatch(1);
        ExecutorService others = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> before = List.of(
                others.submit(() -> turns.take(() -> await(refused))),
                others.submit(() -> turns.take(() -> await(refused))));
        Awaitility.await()
                .until(() -> metrics.get("access.slow.hashes.waiting").gauge().value() == 1);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> turns.take(() -> "never"))
                .satisfies(problem -> assertThat(problem.cid()).isEqualTo(UNAVAILABLE));
        assertThat(metrics.get("access.slow.hashes.refused").counter().count()).isEqualTo(1);
        refused.countDown();
        for (Future<Boolean> each : before) {
            assertThat(each.get()).isTrue();
        }
        assertThat(turns.take(() -> "free")).isEqualTo("free");
        others.shutdown();
    }

    @Test
    void a_hash_that_fails_gives_its_turn_back() {
        Turns turns = turns(Map.of("crypto.slow-hash.at-once", "1", "crypto.slow-hash.patience", "50ms"));
        assertThatIllegalStateException()
                .isThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException();
                }));
        assertThat(turns.take(() -> "free")).isEqualTo("free");
    }

    private Turns turns(Map<String, String> values) {
        return new Turns(Defaults.with(SlowHashSettings.class, values), metrics);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> futures = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> work).toList());
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}

package uk.nhs.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.alarm.Alarms;

/** What falls due is carried out piece by piece, up to the end of the service. */
@QuarkusTest
class DueWorkTest {

    @Inject
    Alarms alarms;

    @Inject
    MeterRegistry metrics;

    private final List<UUID> due = Stream.generate(UUID::randomUUID).limit(5).toList();

    private DueWork work;

    @BeforeEach
    void begin() {
        work = new DueWork(alarms);
    }

    @Test
    void a_piece_that_fails_is_an_alarm_and_stops_no_other() {
        double before = raised();
        List<UUID> done = new ArrayList<>();

        work.each("a test", () -> due, piece -> {
            if (piece.equals(due.get(2))) {
                throw new IllegalStateException("A test");
            }
            done.add(piece);
        });

        assertThat(done).hasSize(4).doesNotContain(due.get(2)).allMatch(due::contains);
        assertThat(raised()).isEqualTo(before + 1);
    }

    @Test
    void where_nobody_knows_what_is_due_that_is_an_alarm_and_no_failure() {
        double before = raised();

        work.each(
                "a test",
                () -> {
                    throw new IllegalStateException("A test");
                },
                piece -> Assertions.fail("There is none"));

        assertThat(raised()).isEqualTo(before + 1);
    }

    @Test
    void a_piece_is_done_again_while_there_is_more_and_not_after_a_failure() {
        AtomicInteger times = new AtomicInteger();
        work.whileMore("a test", () -> times.incrementAndGet() < 3);
        assertThat(times).hasValue(3);

        work.whileMore("a test", () -> {
            times.incrementAndGet();
            throw new IllegalStateException("A test");
        });
        assertThat(times).hasValue(4);
    }

    @Test
    void the_service_ends_once_what_is_at_hand_is_done_and_begins_nothing_more() throws Exception {
        Queue<UUID> done = new ConcurrentLinkedQueue<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> round = CompletableFuture.runAsync(() -> work.each("a test", () -> due, piece -> {
            begun.countDown();
            await(goOn);
            done.add(piece);
        }));
        begun.await();

        CompletableFuture<Void> end = CompletableFuture.runAsync(this::end);
        Assertions.assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> end.get(200, TimeUnit.MILLISECONDS));
        assertThat(done).isEmpty();
        goOn.countDown();
        end.get(10, TimeUnit.SECONDS);
        round.get(10, TimeUnit.SECONDS);

        assertThat(done).hasSize(1);
        work.each("a test", () -> due, done::add);
        work.whileMore("a test", () -> done.add(UUID.randomUUID()));
        assertThat(done).hasSize(1);
    }

    private void end() {
        work.close();
        try {
            work.awaitEnd();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private double raised() {
        return metrics.counter("access.alarms", "alarm", "DUE_WORK_FAILED").count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package uk.nhs.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is done beside requests ends together. */
class EndingTest {

    private static final TimeSettings SOON = () -> Duration.ofMillis(300);

    @Test
    void what_hangs_hangs_within_one_time_for_all_of_it() {
        List<Work> works = Stream.generate(Work::new).limit(10).toList();
        long begun = System.nanoTime();

        new Ending(List.copyOf(works), SOON).end(new ShutdownEvent());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SOON.toEnd(), Duration.ofSeconds(2));
        assertThat(works).allMatch(Work::isGivenUp);
    }

    @Test
    void all_of_it_begins_nothing_more_before_any_of_it_is_waited_for() {
        Work first = new Work();
        Work second = new Work() {
            @Override
            public void close() {
                first.end.countDown();
                end.countDown();
            }
        };

        new Ending(List.of(first, second), () -> Duration.ofMinutes(1)).end(new ShutdownEvent());

        assertThat(first.isGivenUp()).isFalse();
        assertThat(second.isGivenUp()).isFalse();
    }

    /** Has something in hand until somebody says that it is done. */
    private static class Work implements Background {

        final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch givenUp = new CountDownLatch(1);

        @Override
        public void close() {
            // it has begun before
        }

        @Override
        public void awaitEnd() throws InterruptedException {
            try {
                end.await();
            } catch (InterruptedException tooLong) {
                givenUp.countDown();
                throw tooLong;
            }
        }

        boolean isGivenUp() {
            try {
                return givenUp.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}

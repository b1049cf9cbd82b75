package uk.nhs.access.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** What a {@link Fault} does. Whatever it leaves behind is healed afterwards. */
interface Strike {

    void on(Stage stage, Random random) throws InterruptedException;

    /** At random, with {@code most} left out. */
    static Duration millis(Random random, int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }

    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    static Instant justBeforeMidnight() {
        return Instant.now()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .minusSeconds(2)
                .toInstant();
    }
}

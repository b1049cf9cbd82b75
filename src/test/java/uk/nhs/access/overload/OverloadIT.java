package uk.nhs.access.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.notice.NotifyDouble;
import uk.nhs.access.notice.SmtpDouble;
import uk.nhs.access.packaged.Cluster;
import uk.nhs.access.packaged.Replica;
import uk.nhs.access.support.Metrics;
import uk.nhs.access.support.PostgresForTests;
import uk.nhs.access.web.WebSettings;

/**
 * Ten times what one replica can take: in a second what it does in ten, or, where the clients do not get to
 * sending so many beside it, ten times as many at the same time as it has places. How much it can do is measured first, beside
 * the same database and the same clients, so that the test holds on any machine; what it found stands in {@code
 * target/overload.txt}.
 */
class OverloadIT {

    private static final Duration OVERLOAD = Duration.ofSeconds(Integer.getInteger("overload.seconds", 3));
    private static final Duration FULL_SPEED = Duration.ofSeconds(2);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int FEW = 8;

    /** More than the connections to the database, and fewer than the places: nobody is turned away, and no more is done by more. */
    private static final int MANY = 32;

    private static final int PLACES = Defaults.of(WebSettings.class).mostAtOnce();

    /** One more than are asked for, as the last ones may come a little late. */
    private static final int TIMES = 11;

    private static final int TEN = 10;

    /** What a second may lack of full speed, as a machine does that is shared with the database, the clients and others. */
    private static final double NEARLY = 2 / 3.0;

    /** What is to be done of full speed meanwhile, when a thousand clients take their share of the same machine. */
    private static final double SOME = 1 / 3.0;

    /** What a heap may have grown by afterwards, in MiB. */
    private static final int ANY_GROWTH = 64;

    /** The same while a thousand connections are there, and thousands of requests in a second are turned away. */
    private static final int WITH_CONNECTIONS = 128;

    /** What the whole process may, whose heap of 256 MiB has not been filled before. */
    private static final int ALL_OF_THE_HEAP = 160;

    /** Callers of whom some are turned away, so that this is compiled too. */
    private static final int SOME_TOO_MANY = 200;

    /** Requests until most of what they run is compiled. */
    private static final int WARM = 1_000;

    private final NotifyDouble texts = NotifyDouble.start();
    private final SmtpDouble mails = SmtpDouble.start();
    private final List<String> report = new ArrayList<>();
    private Replica replica;
    private Callers callers;

    @BeforeEach
    void start() {
        Map<String, String> environment = Cluster.production(PostgresForTests.settings(), texts, mails);
        environment.put("UNLOCK_IN_AN_HOUR_BY_ADDRESS", "1000000");
        environment.put("CHANNEL_TEXTS_IN_A_MINUTE", "10000000");
        environment.put("CHANNEL_TEXTS_IN_A_DAY", "1000000000");
        String most = System.getProperty("overload.most-at-once");
        if (most != null) {
            environment.put("WEB_MOST_AT_ONCE", most);
        }
        replica = Replica.launch(Replica.JAR, environment);
        replica.awaitReady();
        callers = new Callers(
                replica.url(),
                new Requests(2_000 * (int) OVERLOAD.plusSeconds(15).toSeconds()));
    }

    /** The replica first, and whatever was not started not at all: nothing is to be left running. */
    @AfterEach
    void stop() throws IOException {
        if (replica != null) {
            replica.close();
        }
        if (callers != null) {
            callers.close();
        }
        texts.close();
        mails.close();
        Files.write(Path.of("target", "overload.txt"), report);
    }

    @Test
    void ten_times_too_much_is_turned_away_and_full_speed_is_back_within_five_seconds() {
        warmUp();
        double few = fullSpeed(FEW);
        double full = Math.max(few, fullSpeed(MANY));
        long heap = noted("heap before", Memory.heap(replica.pid()));
        assertThat(heap).as("told by jcmd").isPositive();
        long resident = noted("memory before", Memory.resident(replica.pid()));
        double turnedAway = metric("access_requests_turned_away_total");

        CompletableFuture<long[]> sampling = CompletableFuture.supplyAsync(this::memory);
        long tooMany = (long) (TIMES * full * OVERLOAD.toSeconds());
        Tally over = noted("ten times", callers.offering(tooMany, OVERLOAD));
        Duration back = untilFullSpeed(few, over.sinceLastOffered());

        assertThat(over.failures()).isEmpty();
        assertThat(over.ended()).as("all were offered").isEqualTo(tooMany);
        assertThat(over.offeredInASecond() >= TEN * full || over.mostAtOnce() >= TEN * PLACES)
                .as("ten times in a second, or at the same time: %s", over)
                .isTrue();
        assertThat(over.speed()).as("done meanwhile").isGreaterThanOrEqualTo(SOME * full);
        assertThat(metric("access_requests_turned_away_total") - turnedAway)
                .as("turned away, but for those whom the database could not serve in time")
                .isPositive()
                .isLessThanOrEqualTo(over.countOfTurnedAway());
        assertThat(back).as("back at full speed").isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(noted("heap meanwhile", sampling.join()[0]))
                .isPositive()
                .isLessThanOrEqualTo(heap + WITH_CONNECTIONS);
        assertThat(noted("memory meanwhile", sampling.join()[1])).isLessThanOrEqualTo(resident + ALL_OF_THE_HEAP);
        assertThat(noted("heap after", Memory.heap(replica.pid()))).isLessThanOrEqualTo(heap + ANY_GROWTH);
        Awaitility.await("places given back").until(() -> metric("access_requests_under_way") == 0);
        assertThat(replica.log()).doesNotContain("\"ERROR\"");
    }

    /** Of what so many do in a second, when all of it is done. */
    private double fullSpeed(int howMany) {
        Tally full = noted(howMany + " callers", callers.calling(howMany, FULL_SPEED));
        assertThat(full.failures()).isEmpty();
        assertThat(full.countOfTurnedAway()).isZero();
        return full.speed();
    }

    private void warmUp() {
        for (int done = 0; done < WARM; ) {
            Tally tally = callers.calling(done < WARM / 2 ? FEW : SOME_TOO_MANY, A_SECOND);
            assertThat(tally.failures()).isEmpty();
            done += tally.ended();
        }
    }

    /** Its heap and all of it, towards the end. To look more often would take time that is measured. */
    private long[] memory() {
        pause(OVERLOAD.multipliedBy(3).dividedBy(4));
        return new long[] {Memory.heap(replica.pid()), Memory.resident(replica.pid())};
    }

    /** How long after the last one too many a second began that was as good as full speed; half a minute if none did. */
    private Duration untilFullSpeed(double speed, Duration since) {
        long began = System.nanoTime();
        Duration passed = since;
        while (passed.toSeconds() < 30
                && noted("afterwards", callers.calling(FEW, A_SECOND)).speed() < NEARLY * speed) {
            passed = since.plusNanos(System.nanoTime() - began);
        }
        return noted("back at full speed after", passed);
    }

    private double metric(String name) {
        return Metrics.sum(replica.manage("/q/metrics").body(), name);
    }

    private synchronized <T> T noted(String when, T what) {
        report.add(when + ": " + what);
        return what;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

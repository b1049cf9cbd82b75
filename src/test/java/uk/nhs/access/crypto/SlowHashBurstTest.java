package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.PasswordApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.UnlockApi;

@QuarkusTest
class SlowHashBurstTest {

    private static final String CURRENT = "gravel otter minuet six";

    private static final String ORGANISATION = "BURST";

    @Inject
    Turns turns;

    @Inject
    SlowHashSettings settings;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch burstIsOver = new CountDownLatch(1);

    @AfterEach
    void end() {
        burstIsOver.countDown();
        threads.shutdown();
    }

    @Test
    void whoever_waits_for_a_turn_holds_up_nobody_who_needs_none_and_is_told_when_to_come_back() throws Exception {
        List<Person> people = Stream.generate(() -> Person.with()
                        .organisation(ORGANISATION)
                        .password(CURRENT)
                        .open())
                .limit(connections + 4L)
                .toList();
        takeAllTurns();
        List<Future<Response>> changes = people.stream()
                .map(person -> threads.submit(
                        () -> PasswordApi.change(person.token().mint(), CURRENT, "kettle orange bus lantern")))
                .toList();

        Awaitility.await("more who wait than there are connections")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> admitted() == people.size());
        assertThat(changes).noneMatch(Future::isDone);
        assertThat(PasswordApi.account(people.get(0).token().mint()).statusCode())
                .isEqualTo(200);
        for (Future<Response> change : changes) {
            assertRefused(change.get(), 503, "CID1111");
            assertThat(change.get().header("Retry-After")).isNotNull();
        }
        assertThat(admitted()).as("tries that nobody looked at").isZero();
        burstIsOver.countDown();
        assertThat(PasswordApi.change(people.get(0).token().mint(), CURRENT, "kettle orange bus lantern")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answers_that_nobody_had_the_time_to_compare_cost_no_round_whosever_they_are() throws Exception {
        String known = LockedOut.ofSomebody().unlock();
        String unknown =
                UnlockApi.start(UUID.randomUUID() + "@example.org", "1234").path("id");
        takeAllTurns();
        List<String> unlocks = List.of(known, unknown);

        for (String unlock : unlocks) {
            assertRefused(UnlockApi.answer(unlock, LockedOut.WRONG), 503, "CID1111");
        }
        burstIsOver.countDown();

        for (String unlock : unlocks) {
            assertThat(UnlockApi.answer(unlock, LockedOut.WRONG).<Integer>path("attemptsLeft"))
                    .isEqualTo(2);
        }
    }

    private static long admitted() {
        return Rows.count(
                "select count(*) from send_limit join account on send_limit.subject = 'current password of ' || account.id"
                        + " where account.organisation = ?",
                ORGANISATION);
    }

    private void takeAllTurns() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(settings.atOnce());
        IntStream.range(0, settings.atOnce())
                .forEach(i -> threads.submit(() -> turns.take(() -> {
                    taken.countDown();
                    return awaitTheEnd();
                })));
        taken.await();
    }

    private boolean awaitTheEnd() {
        try {
            burstIsOver.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

package uk.nhs.access.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestDatabase;

/** Requests that are sent again because nobody knows whether they were done. */
@QuarkusTest
class IdempotencyTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    private final Asking asking = new Asking();

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void a_request_sent_again_has_one_effect_and_the_same_answer() {
        Response first = asking.ask();
        Response again = asking.ask();

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        Asking.assertReplays(first, again);
        assertThat(again.header("Location")).endsWith("/v1/phone-changes/" + first.path("id"));
        assertThat(asking.changes()).isEqualTo(1);
        assertThat(asking.messages("PhoneChangeCodeText")).isEqualTo(1);
        assertThat(Rows.history(asking.person)).containsExactly("PhoneChangeAsked");
    }

    /** Nothing was done, and the client is told to come back. */
    @Test
    void a_request_that_met_a_closed_channel_is_done_once_it_is_open() {
        OperationsApi.stop("TEXT", "A test");
        Response closed = asking.ask();
        OperationsApi.open("TEXT");

        assertThat(closed.statusCode()).as(closed.asString()).isEqualTo(503);
        assertThat(asking.ask().statusCode()).isEqualTo(201);
    }

    @Test
    void each_operation_that_sends_or_changes_has_one_effect() {
        Story story = Story.of(asking.person).asks();
        MovableClock.advance(Duration.ofMinutes(2));
        String token = story.token();

        Asking.assertReplays(asking.api.resend(token, story.change()), asking.api.resend(token, story.change()));
        assertThat(asking.messages("PhoneChangeCodeText")).isEqualTo(2);

        Response confirmed = asking.api.confirm(token, story.change(), story.code());
        assertThat(confirmed.statusCode()).isEqualTo(200);
        Asking.assertReplays(confirmed, asking.api.confirm(token, story.change(), story.code()));
        assertThat(asking.messages("PhoneChangeHeldMail")).isEqualTo(1);

        Response redeemed = asking.api.redeem(story.cancelToken());
        assertThat(redeemed.statusCode()).isEqualTo(200);
        Asking.assertReplays(redeemed, asking.api.redeem(story.cancelToken()));
        assertThat(Rows.history(asking.person)).containsOnlyOnce("PhoneChangeConfirmed", "PhoneChangeCancelled");
    }

    @Test
    void a_wrong_code_counts_once_and_is_answered_alike() {
        Story story = Story.of(asking.person).asks();

        Response first = asking.api.confirm(story.token(), story.change(), story.wrongCode());
        Response again = asking.api.confirm(story.token(), story.change(), story.wrongCode());

        assertThat(first.<String>path("cid")).isEqualTo("CID3101");
        Asking.assertReplays(first, again);
        assertThat(PhoneChangeApi.read(story.token(), story.change()).<Integer>path("attemptsLeft"))
                .isEqualTo(4);
    }

    @Test
    void a_refusal_is_repeated_in_its_language() {
        Response first = inWelsh();

        assertThat(first.header("Content-Language")).isEqualTo("cy");
        Asking.assertReplays(first, inWelsh());
    }

    @Test
    void until_the_last_tick_of_24_hours_the_answer_is_kept() {
        Response first = asking.ask();

        MovableClock.stopAt(Asking.keptUntil().minus(TICK));

        Asking.assertReplays(first, asking.ask());
    }

    @Test
    void after_24_hours_the_key_is_as_good_as_new() {
        Instant before = MovableClock.now();
        Response first = asking.ask();
        Instant end = Asking.keptUntil();
        assertThat(Duration.between(before, end))
                .isBetween(Duration.ofHours(24), Duration.ofHours(24).plusSeconds(10));

        MovableClock.stopAt(end);
        Response anew = asking.ask();

        assertThat(anew.statusCode()).as(anew.asString()).isEqualTo(201);
        assertThat(anew.<String>path("id")).isNotEqualTo(first.path("id"));
        Asking.assertReplays(anew, asking.ask());
    }

    @Test
    void whoever_must_wait_or_sign_in_again_may_use_the_key_then() {
        Story story = Story.of(asking.person).asks();
        assertThat(asking.api.resend(story.token(), story.change()).<String>path("cid"))
                .isEqualTo("CID3105");
        MovableClock.advance(Duration.ofMinutes(2));
        assertThat(asking.api.resend(story.token(), story.change()).statusCode())
                .isEqualTo(200);

        Person other = Person.fresh();
        assertThat(asking.api
                        .ask(other.token().oneStep(MovableClock.now()).mint(), asking.number)
                        .<String>path("cid"))
                .isEqualTo("CID1010");
        assertThat(asking.api.ask(other.token().mint(), asking.number).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_failure_of_ours_leaves_nothing_and_the_request_can_be_sent_again() throws SQLException {
        execute("alter table phone_change add constraint broken check (account_id <> '" + asking.person.account()
                + "')");
        Response failed = asking.ask();
        execute("alter table phone_change drop constraint broken");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(asking.messages("PhoneChangeCodeText")).isZero();
        assertThat(asking.ask().statusCode()).isEqualTo(201);
        assertThat(asking.messages("PhoneChangeCodeText")).isEqualTo(1);
    }

    @Test
    void a_request_that_is_being_worked_on_is_not_begun_again() throws SQLException {
        try (Connection database = TestDatabase.connect();
                Statement lock = database.createStatement()) {
            database.setAutoCommit(false);
            lock.execute("select from account where id = '" + asking.person.account() + "' for update");
            CompletableFuture<Response> first = CompletableFuture.supplyAsync(asking::ask);
            Awaitility.await().until(() -> Rows.count("select count(*) from pg_locks where locktype = 'advisory'") > 0);

            Response second = asking.ask();
            database.rollback();

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.<String>path("cid")).isEqualTo("CID1016");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            Asking.assertReplays(first.join(), asking.ask());
            assertThat(asking.changes()).isEqualTo(1);
        }
    }

    private Response inWelsh() {
        return PhoneChangeApi.with(asking.token())
                .header("Accept-Language", "fr, cy;q=0.9, en;q=0.5")
                .header("Idempotency-Key", asking.api.key())
                .body("{\"mobileNumber\":\"020 7946 0000\"}")
                .post("/v1/phone-changes");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

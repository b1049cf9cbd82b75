package uk.nhs.access.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;

/** What was sent, carried or answered, and is told to nobody any more, is forgotten. */
@QuarkusTest
class ForgottenMessagesTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration EVENTS = Duration.ofDays(30);
    private static final Duration RECEIPTS = Duration.ofDays(30);
    private static final Duration MESSAGES = Duration.ofDays(90);

    @Inject
    RetentionRound round;

    private final Person person = Person.fresh();

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void an_event_goes_30_days_after_it_was_queued_and_not_one_tick_before_whatever_became_of_it() {
        Instant queued = MovableClock.now();
        for (String state : List.of("QUEUED", "SENT", "DEAD")) {
            Rows.change(
                    "insert into announcement (id, receiver, account_id, kind, claims, state, queued_at, next_try_at, tries,"
                            + " settled_at) values (gen_random_uuid(), 'nobody', ?, 'AccountLocked', '{}', ?,"
                            + " ?::timestamptz, ?::timestamptz, 1, case when ? <> 'QUEUED' then ?::timestamptz end)",
                    person.account(),
                    state,
                    queued.toString(),
                    queued.toString(),
                    state,
                    queued.toString());
        }

        at(queued.plus(EVENTS).minus(TICK));
        assertThat(count("announcement")).isEqualTo(3);

        at(queued.plus(EVENTS));
        assertThat(count("announcement")).isZero();
    }

    @Test
    void what_was_carried_goes_90_days_after_its_end_and_not_one_tick_before_and_what_waits_stays() {
        Instant settled = MovableClock.now();
        for (String state : List.of("QUEUED", "DONE", "SUPERSEDED")) {
            Rows.change(
                    "insert into carried_change (id, account_id, organisation, errand, temporary, language, state, asked_at,"
                            + " not_after, next_try_at, tries, settled_at) values (gen_random_uuid(), ?, 'S7Z', 'UNLOCK',"
                            + " false, 'ENGLISH', ?, ?::timestamptz, 'infinity', 'infinity', 1,"
                            + " case when ? <> 'QUEUED' then ?::timestamptz end)",
                    person.account(),
                    state,
                    settled.toString(),
                    state,
                    settled.toString());
        }

        at(settled.plus(MESSAGES).minus(TICK));
        assertThat(count("carried_change")).isEqualTo(3);

        at(settled.plus(MESSAGES));
        assertThat(count("carried_change")).isEqualTo(1);
    }

    @Test
    void a_message_goes_90_days_after_it_was_sent_and_not_one_tick_before() {
        CodeStory.signIn(person).code();
        Instant sent = Rows.instant("select settled_at from message where account_id = ?", person.account());

        at(sent.plus(MESSAGES).minus(TICK));
        assertThat(count("message")).isEqualTo(1);

        at(sent.plus(MESSAGES));
        assertThat(count("message")).isZero();
    }

    @Test
    void a_message_that_is_still_to_be_sent_stays() {
        CodeStory.signIn(person).code();
        Rows.change(
                "update message set state = 'QUEUED', settled_at = null, sealed = '', next_try_at = 'infinity'"
                        + " where account_id = ?",
                person.account());

        at(MovableClock.now().plus(MESSAGES.multipliedBy(2)));

        assertThat(count("message")).isEqualTo(1);
        Rows.change("delete from message where account_id = ?", person.account());
    }

    @Test
    void the_answer_to_a_key_goes_24_hours_after_it_was_given_and_not_one_tick_before() {
        String body = person.subject();
        Rows.change(
                "insert into kept_answer (request_name, body_name, status, headers, answer, expires_at)"
                        + " values (?, ?, 200, '{}', '{}', db_now() + interval '24 hours')",
                body,
                body);
        Instant end = Rows.instant("select expires_at from kept_answer where request_name = ?", body);

        at(end.minus(TICK));
        assertThat(Rows.count("select count(*) from kept_answer where request_name = ?", body))
                .isEqualTo(1);

        at(end);
        assertThat(Rows.count("select count(*) from kept_answer where request_name = ?", body))
                .isZero();
    }

    @Test
    void a_receipt_that_no_text_of_ours_is_known_for_goes_after_30_days_and_not_one_tick_before() {
        String id = UUID.randomUUID().toString();
        ReceiptApi.send(ReceiptApi.body(id, null, "delivered"));
        Instant received = Rows.instant("select received_at from parked_receipt where provider_id = ?", id);

        at(received.plus(RECEIPTS).minus(TICK));
        assertThat(Rows.count("select count(*) from parked_receipt where provider_id = ?", id))
                .isEqualTo(1);

        at(received.plus(RECEIPTS));
        assertThat(Rows.count("select count(*) from parked_receipt where provider_id = ?", id))
                .isZero();
    }

    private void at(Instant instant) {
        MovableClock.stopAt(instant);
        round.remove();
    }

    private long count(String table) {
        return Rows.count("select count(*) from " + table + " where account_id = ?", person.account());
    }
}

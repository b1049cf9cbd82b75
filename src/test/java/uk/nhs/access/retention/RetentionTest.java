package uk.nhs.access.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestDatabase;
import uk.nhs.access.support.VerificationCodeApi;

/** What the service forgets, when to the tick, and what it keeps because it still matters. */
@QuarkusTest
class RetentionTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration CODES = Duration.ofDays(30);
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
    void a_code_and_who_asked_for_it_go_30_days_after_its_end_and_not_one_tick_before() {
        CodeStory story = CodeStory.signIn(person);
        story.code();

        at(story.expiresAt().plus(CODES).minus(TICK));
        assertThat(count("verification_code")).isEqualTo(1);
        assertRefused(story.enters("123456"), 410, "CID3102");

        at(story.expiresAt().plus(CODES));
        assertThat(count("verification_code") + count("verification")).isZero();
        assertRefused(story.enters("123456"), 404, "CID3109");
        assertRefused(VerificationCodeApi.resend(story.id()), 404, "CID3109");
    }

    @Test
    void a_recovery_goes_30_days_after_its_end_and_not_one_tick_before() {
        LostPhone story = LostPhone.of(person);

        at(story.expiresAt().plus(CODES).minus(TICK));
        assertThat(count("recovery")).isEqualTo(1);

        at(story.expiresAt().plus(CODES));
        assertThat(count("recovery")).isZero();
        assertRefused(story.hasACodeEmailed(), 404, "CID3016");
    }

    @Test
    void an_unlock_goes_30_days_after_its_end_and_not_one_tick_before() {
        LockedOut story = LockedOut.ofSomebody();
        String unlocks = "select count(*) from unlock where subject_id = ?";

        at(story.expiresAt().plus(CODES).minus(TICK));
        assertThat(Rows.count(unlocks, story.person.account())).isEqualTo(1);
        assertRefused(story.answersRightly(), 410, "CID3302");

        at(story.expiresAt().plus(CODES));
        assertThat(Rows.count(unlocks, story.person.account())).isZero();
        assertRefused(story.answersRightly(), 404, "CID3301");
    }

    @Test
    void a_change_that_is_over_outlives_its_code() {
        Story story = Story.of(person).isHeld();
        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");
        story.newPhone().awaitText(2);

        MovableClock.advance(CODES);
        round.remove();

        assertThat(count("verification_code")).isZero();
        assertThat(story.state()).isEqualTo("APPLIED");
    }

    @Test
    void the_numbers_of_a_change_go_30_days_after_its_end_and_not_one_tick_before_and_it_is_shown_as_ever() {
        Story story = Story.of(person).isHeld();
        MovableClock.advance(Duration.ofHours(24));
        story.reaches("APPLIED");
        String shown = PhoneChangeApi.list(story.token()).asString();
        Instant ended = instant("select ended_at from phone_change where account_id = ?");

        at(ended.plus(CODES).minus(TICK));
        assertThat(numbers()).isEqualTo(2);

        at(ended.plus(CODES));
        assertThat(numbers()).isZero();
        assertThat(PhoneChangeApi.list(story.token()).asString()).isEqualTo(shown);
        assertThat(Rows.text("select c::text from phone_change c where account_id = ?", person.account()))
                .doesNotContain(person.mobile());
    }

    @Test
    void the_numbers_of_a_change_that_waits_stay() {
        Story.of(person).isHeld();
        Rows.texts(
                "update phone_change set due_at = due_at + interval '1 year' where account_id = ? returning id",
                person.account());

        MovableClock.advance(CODES.plusDays(2));
        round.remove();

        assertThat(numbers()).isEqualTo(2);
    }

    @Test
    void what_a_waiting_change_goes_by_stays() throws SQLException {
        Story story = Story.of(person).isHeld();
        execute(
                "update phone_change set due_at = due_at + interval '1 year', applies_at = applies_at + interval '1 year'"
                        + " where account_id = '" + person.account() + "'");

        MovableClock.advance(MESSAGES.plusDays(1));
        round.remove();

        assertThat(count("verification_code")).isEqualTo(1);
        assertThat(count("message")).isEqualTo(3);
        execute("update phone_change set due_at = db_now(), applies_at = db_now() where account_id = '"
                + person.account() + "'");
        story.reaches("APPLIED");
        round.remove();
        assertThat(count("verification_code")).isZero();
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

        at(queued.plus(Duration.ofDays(30)).minus(TICK));
        assertThat(count("announcement")).isEqualTo(3);

        at(queued.plus(Duration.ofDays(30)));
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
        Instant sent = instant("select settled_at from message where account_id = ?");

        at(sent.plus(MESSAGES).minus(TICK));
        assertThat(count("message")).isEqualTo(1);

        at(sent.plus(MESSAGES));
        assertThat(count("message")).isZero();
    }

    @Test
    void a_message_that_is_still_to_be_sent_stays() throws SQLException {
        CodeStory.signIn(person).code();
        execute("update message set state = 'QUEUED', settled_at = null, sealed = '', next_try_at = 'infinity'"
                + " where account_id = '" + person.account() + "'");

        at(MovableClock.now().plus(MESSAGES.multipliedBy(2)));

        assertThat(count("message")).isEqualTo(1);
        execute("delete from message where account_id = '" + person.account() + "'");
    }

    @Test
    void counts_of_sendings_go_30_days_after_the_last_and_not_one_tick_before() {
        String subject = "for " + person.account();
        CodeStory.signIn(person).code();
        Instant sent = instant("select sent_at[1] from send_limit where subject = 'for ' || ?");

        at(sent.plus(CODES).minus(TICK));
        assertThat(Rows.count("select count(*) from send_limit where starts_with(subject, ?)", subject))
                .isEqualTo(2);

        at(sent.plus(CODES));
        assertThat(Rows.count("select count(*) from send_limit where starts_with(subject, ?)", subject))
                .isZero();
    }

    @Test
    void a_count_of_wrong_codes_goes_30_days_after_the_last_and_not_one_tick_before() {
        CodeStory story = CodeStory.signIn(person);
        story.entersWrong(story.code(), 3);
        Instant last = instant("select counted_at from code_block where account_id = ?");

        at(last.plus(CODES).minus(TICK));
        assertThat(Rows.count("select wrong_in_row from code_block where account_id = ?", person.account()))
                .isEqualTo(3);

        at(last.plus(CODES));
        assertThat(count("code_block")).isZero();
    }

    @Test
    void the_count_of_a_block_goes_30_days_after_its_end_and_not_one_tick_before() throws SQLException {
        CodeStory story = CodeStory.signIn(person);
        story.entersWrong(story.code(), 1);
        execute(
                "update code_block set blocked_until = counted_at + interval '24 hours', blocks = 1 where account_id = '"
                        + person.account() + "'");
        Instant end = instant("select blocked_until from code_block where account_id = ?");

        at(end.plus(CODES).minus(TICK));
        assertThat(count("code_block")).isEqualTo(1);

        at(end.plus(CODES));
        assertThat(count("code_block")).isZero();
    }

    @Test
    void the_answer_to_a_key_goes_24_hours_after_it_was_given_and_not_one_tick_before() {
        String body = person.subject();
        Rows.texts(
                "insert into kept_answer (request_name, body_name, status, headers, answer, expires_at)"
                        + " values (?, ?, 200, '{}', '{}', db_now() + interval '24 hours') returning 1",
                body,
                body);
        Instant end = instant("select expires_at from kept_answer where request_name = ?", body);

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
        Instant received = instant("select received_at from parked_receipt where provider_id = ?", id);

        at(received.plus(CODES).minus(TICK));
        assertThat(Rows.count("select count(*) from parked_receipt where provider_id = ?", id))
                .isEqualTo(1);

        at(received.plus(CODES));
        assertThat(Rows.count("select count(*) from parked_receipt where provider_id = ?", id))
                .isZero();
    }

    private void at(Instant instant) {
        MovableClock.stopAt(instant);
        round.remove();
    }

    private long numbers() {
        return Rows.count(
                "select num_nonnulls(new_number, current_number) from phone_change where account_id = ?",
                person.account());
    }

    private long count(String table) {
        return Rows.count("select count(*) from " + table + " where account_id = ?", person.account());
    }

    private Instant instant(String sql) {
        return instant(sql, person.account());
    }

    private static Instant instant(String sql, Object parameter) {
        String utc = sql.replaceFirst(
                "select (\\S+)", "select to_char($1 at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
        return Instant.parse(Rows.text(utc, parameter));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

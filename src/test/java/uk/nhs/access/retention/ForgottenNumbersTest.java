package uk.nhs.access.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;

/** The numbers of a change are forgotten 30 days after its end, and nothing that a waiting one goes by. */
@QuarkusTest
class ForgottenNumbersTest {

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
        Instant ended = Rows.instant("select ended_at from phone_change where account_id = ?", person.account());

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
        Rows.change(
                "update phone_change set due_at = due_at + interval '1 year' where account_id = ?", person.account());

        MovableClock.advance(CODES.plusDays(2));
        round.remove();

        assertThat(numbers()).isEqualTo(2);
    }

    @Test
    void what_a_waiting_change_goes_by_stays() {
        Story story = Story.of(person).isHeld();
        Rows.change(
                "update phone_change set due_at = due_at + interval '1 year', applies_at = applies_at + interval '1 year'"
                        + " where account_id = ?",
                person.account());

        MovableClock.advance(MESSAGES.plusDays(1));
        round.remove();

        assertThat(count("verification_code")).isEqualTo(1);
        assertThat(count("message")).isEqualTo(3);
        Rows.change(
                "update phone_change set due_at = db_now(), applies_at = db_now() where account_id = ?",
                person.account());
        story.reaches("APPLIED");
        round.remove();
        assertThat(count("verification_code")).isZero();
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
}

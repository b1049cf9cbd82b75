package uk.nhs.access.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.VerificationCodeApi;

/** Codes, what they proved and how often they were tried and sent are forgotten after 30 days. */
@QuarkusTest
class ForgottenCodesTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Duration CODES = Duration.ofDays(30);

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
    void counts_of_sendings_go_30_days_after_the_last_and_not_one_tick_before() {
        String subject = "for " + person.account();
        CodeStory.signIn(person).code();
        Instant sent = Rows.instant("select sent_at[1] from send_limit where subject = ?", subject);

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
        Instant last = Rows.instant("select counted_at from code_block where account_id = ?", person.account());

        at(last.plus(CODES).minus(TICK));
        assertThat(Rows.count("select wrong_in_row from code_block where account_id = ?", person.account()))
                .isEqualTo(3);

        at(last.plus(CODES));
        assertThat(count("code_block")).isZero();
    }

    @Test
    void the_count_of_a_block_goes_30_days_after_its_end_and_not_one_tick_before() {
        CodeStory story = CodeStory.signIn(person);
        story.entersWrong(story.code(), 1);
        Rows.change(
                "update code_block set blocked_until = counted_at + interval '24 hours', blocks = 1 where account_id = ?",
                person.account());
        Instant end = Rows.instant("select blocked_until from code_block where account_id = ?", person.account());

        at(end.plus(CODES).minus(TICK));
        assertThat(count("code_block")).isEqualTo(1);

        at(end.plus(CODES));
        assertThat(count("code_block")).isZero();
    }

    private void at(Instant instant) {
        MovableClock.stopAt(instant);
        round.remove();
    }

    private long count(String table) {
        return Rows.count("select count(*) from " + table + " where account_id = ?", person.account());
    }
}

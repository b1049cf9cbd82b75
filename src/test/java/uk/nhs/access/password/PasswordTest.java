package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.nhs.access.password.PasswordVerdict.EXPIRED;
import static uk.nhs.access.password.PasswordVerdict.RIGHT;
import static uk.nhs.access.password.PasswordVerdict.TEMPORARY_OVER;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.language.Language;

class PasswordTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final Instant HOUR_LATER = NOW.plus(Duration.ofHours(1));
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final String NUMBER = "number";

    private final Password password = Password.none(UUID.randomUUID());
    private final UUID temporary = UUID.randomUUID();

    @Test
    void an_account_begins_without_one() {
        assertThat(password.isSet()).isFalse();
        assertThatIllegalStateException().isThrownBy(password::since);
    }

    @Test
    void it_is_right_until_one_tick_before_its_year_is_over_and_expired_from_then_on() {
        password.replace("chosen", Language.WELSH, NOW);

        assertThat(password.verdict(YEAR, NOW.plus(YEAR).minus(TICK))).isEqualTo(RIGHT);
        assertThat(password.verdict(YEAR, NOW.plus(YEAR))).isEqualTo(EXPIRED);
        assertThat(password.expiresAt(YEAR)).isEqualTo(NOW.plus(YEAR));
        assertThat(password.language()).isEqualTo(Language.WELSH);
    }

    @Test
    void one_that_was_chosen_elsewhere_counts_from_then_though_nobody_here_knows_it() {
        password.replace("chosen", Language.WELSH, NOW);
        password.remind(18);
        assertThat(password.remindedAtDays()).contains(18);
        password.replaceElsewhere(HOUR_LATER);

        assertThat(password.isSet()).isTrue();
        assertThat(password.hash()).isEmpty();
        assertThat(password.since()).isEqualTo(HOUR_LATER);
        assertThat(password.verdict(YEAR, HOUR_LATER.plus(YEAR).minus(TICK))).isEqualTo(RIGHT);
        assertThat(password.verdict(YEAR, HOUR_LATER.plus(YEAR))).isEqualTo(EXPIRED);
        assertThat(password.remindedAtDays()).isEmpty();
        assertThat(password.language()).isEqualTo(Language.WELSH);
    }

    @Test
    void an_expired_one_still_proves_whose_it_is() {
        password.replace("chosen", Language.ENGLISH, NOW);
        assertThat(password.proves(GRACE, NOW.plus(YEAR.multipliedBy(3)))).isTrue();
    }

    @Test
    void using_one_that_the_owner_chose_uses_nothing_up() {
        password.replace("chosen", Language.ENGLISH, NOW);
        password.use(NOW);
        assertThat(password.verdict(YEAR, NOW)).isEqualTo(RIGHT);
    }

    @Test
    void a_temporary_one_opens_one_sign_in_and_then_only_its_own_change_for_a_quarter_of_an_hour() {
        arriveInTime();
        Instant used = HOUR_LATER.minus(TICK);
        password.use(used);

        assertThat(password.verdict(YEAR, used)).isEqualTo(TEMPORARY_OVER);
        assertThat(password.proves(GRACE, used.plus(GRACE).minus(TICK))).isTrue();
        assertThat(password.proves(GRACE, used.plus(GRACE))).isFalse();
    }

    @Test
    void the_quarter_of_an_hour_ends_even_where_the_time_of_the_temporary_one_has_not() {
        arriveInTime();
        password.use(NOW);

        assertThat(password.proves(GRACE, NOW.plus(GRACE))).isFalse();
    }

    @Test
    void a_temporary_one_that_opened_no_sign_in_proves_nothing_when_its_time_is_over() {
        arriveInTime();

        assertThat(password.proves(GRACE, HOUR_LATER.minus(TICK))).isTrue();
        assertThat(password.proves(GRACE, HOUR_LATER)).isFalse();
    }

    @Test
    void the_next_password_is_neither_temporary_nor_used() {
        arriveInTime();
        password.use(NOW);
        password.replace("chosen", Language.ENGLISH, NOW);

        assertThat(password.verdict(YEAR, HOUR_LATER)).isEqualTo(RIGHT);
        assertThat(password.isTemporary()).isFalse();
        assertThat(password.remindedAtDays()).isEmpty();
    }

    private void arriveInTime() {
        password.await(new PendingPassword(temporary, "temporary", HOUR_LATER, NUMBER));
        assertThat(password.activate(temporary, NUMBER, NOW)).isTrue();
    }
}

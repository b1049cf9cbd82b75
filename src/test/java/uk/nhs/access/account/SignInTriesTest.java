package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.account.LockedBecause.BY_ORGANISATION;
import static uk.nhs.access.account.LockedBecause.FAILED_SIGN_INS;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tries to sign in, in a row, and what ends the row. */
class SignInTriesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Account account = SomeAccount.open();

    @Test
    void tries_to_sign_in_are_counted_in_a_row_until_somebody_knows_the_password() {
        SignInLock lock = account.signInLock();
        assertThat(lock.count(NOW)).isEqualTo(1);
        assertThat(lock.count(NOW)).isEqualTo(2);
        assertThat(lock.hasTries(2)).isFalse();
        assertThat(lock.hasTries(3)).isTrue();

        lock.forget();
        assertThat(lock.count(NOW)).isEqualTo(1);
    }

    @Test
    void a_try_that_nobody_could_judge_is_taken_back_and_never_more_than_there_were() {
        SignInLock lock = account.signInLock();
        lock.count(NOW);
        lock.takeBack();
        lock.takeBack();
        assertThat(lock.count(NOW)).isEqualTo(1);
    }

    @Test
    void whoever_lifts_a_lock_lets_the_tries_start_afresh() {
        SignInLock lock = account.signInLock();
        lock.count(NOW);
        account.lock(FAILED_SIGN_INS, NOW);
        account.liftSignInLock();
        assertThat(lock.count(NOW)).isEqualTo(1);
    }

    @Test
    void where_nothing_is_lifted_the_tries_stay() {
        SignInLock lock = account.signInLock();
        lock.count(NOW);
        assertThat(account.unlock()).isFalse();
        account.lock(BY_ORGANISATION, NOW);
        account.liftSignInLock();
        assertThat(lock.count(NOW)).isEqualTo(2);
        account.unlock();
        assertThat(lock.count(NOW)).isEqualTo(1);
    }

    @Test
    void the_last_try_is_quiet_from_its_minute_on() {
        SignInLock lock = account.signInLock();
        Duration minute = Duration.ofMinutes(1);
        assertThat(lock.isQuietFor(minute, NOW)).isTrue();
        lock.count(NOW);
        assertThat(lock.isQuietFor(minute, NOW.plus(minute).minusNanos(1))).isFalse();
        assertThat(lock.isQuietFor(minute, NOW.plus(minute))).isTrue();
    }
}

package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.account.DisabledBecause.BY_SERVICE;
import static uk.nhs.access.account.DisabledBecause.NON_UK_NUMBER;
import static uk.nhs.access.account.LockedBecause.BY_ORGANISATION;
import static uk.nhs.access.account.LockedBecause.FAILED_SIGN_INS;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;

/** What keeps people out of an account, and what lets them in again, in whatever order things happen. */
class GeneratedLocksTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final MobileNumber NUMBER = new MobileNumber("+447700900123");
    private static final ForeignNumber FOREIGN = new ForeignNumber("+33612345678");

    /** An account, and what it should have come to. */
    private static final class Walk {

        private final Account account = SomeAccount.open(NUMBER, "robin@example.org");
        private @Nullable LockedBecause locked;
        private @Nullable Instant since;
        private @Nullable DisabledBecause disabled;
        private boolean foreign;
        private int tries;

        void lock(LockedBecause reason, Instant now) {
            boolean news = locked == null || locked == FAILED_SIGN_INS && reason == BY_ORGANISATION;
            assertThat(account.lock(reason, now)).isEqualTo(news);
            locked = news ? reason : locked;
            since = news ? now : since;
        }

        void unlock(boolean byOwner) {
            boolean lifts = byOwner ? locked == FAILED_SIGN_INS : locked != null;
            assertThat(byOwner ? account.liftSignInLock() : account.unlock()).isEqualTo(lifts);
            locked = lifts ? null : locked;
            tries = lifts ? 0 : tries;
        }

        void disable() {
            assertThat(account.disable(BY_SERVICE)).isEqualTo(disabled != BY_SERVICE);
            disabled = BY_SERVICE;
        }

        void enable() {
            assertThat(account.enable(BY_SERVICE)).isEqualTo(disabled == BY_SERVICE);
            disabled = disabled == BY_SERVICE ? foreign ? NON_UK_NUMBER : null : disabled;
        }

        void takeNumber(boolean ofTheUk) {
            if (ofTheUk) {
                assertThat(account.changeMobile(NUMBER)).isEqualTo(disabled == NON_UK_NUMBER);
                disabled = disabled == NON_UK_NUMBER ? null : disabled;
            } else {
                assertThat(account.keepForeign(FOREIGN)).isEqualTo(disabled == null);
                disabled = disabled == null ? NON_UK_NUMBER : disabled;
            }
            foreign = !ofTheUk;
        }

        void tryPassword(boolean right, Instant now) {
            assertThat(account.signInLock().count(now)).isEqualTo(++tries);
            if (right) {
                account.signInLock().forget();
                tries = 0;
            }
        }

        void takeBackTry() {
            account.signInLock().takeBack();
            tries = Math.max(0, tries - 1);
        }

        void assertAsExpected() {
            assertThat(account.lockedBecause().orElse(null)).isEqualTo(locked);
            assertThat(account.lockedAt().orElse(null)).isEqualTo(locked == null ? null : since);
            assertThat(account.signInLock().isLocked()).isEqualTo(locked != null);
            assertThat(account.disabledBecause().orElse(null)).isEqualTo(disabled);
            assertThat(account.isDisabled()).isEqualTo(disabled != null);
            assertThat(account.number()).contains(foreign ? FOREIGN : NUMBER);
            assertThat(account.mobile().isPresent()).isEqualTo(!foreign);
            assertThat(account.signInLock().hasTries(tries)).isFalse();
            assertThat(account.signInLock().hasTries(tries + 1)).isTrue();
        }
    }

    @Test
    void only_whoever_may_lifts_what_keeps_people_out_and_a_foreign_number_keeps_them_out_again() {
        Cases.each(2_000, chance -> {
            Walk walk = new Walk();
            Instant now = START;
            for (int step = 0; step < 20; step++) {
                now = chance.after(now, Duration.ofMinutes(5));
                step(chance, walk, now);
                walk.assertAsExpected();
            }
        });
    }

    @Test
    void a_number_that_somebody_else_set_is_on_trial_for_exactly_the_hold() {
        Cases.each(500, chance -> {
            Walk walk = new Walk();
            Duration hold = Duration.ofSeconds(chance.between(1, 100_000));
            assertThat(walk.account.isMobileOnTrial(hold, START)).isFalse();

            walk.account.changeMobileForOwner(NUMBER, START);

            Instant end = START.plus(hold);
            Instant asked = chance.after(START, Duration.ofDays(2), end);
            assertThat(walk.account.isMobileOnTrial(hold, asked)).isEqualTo(asked.isBefore(end));
            walk.account.changeMobile(NUMBER);
            assertThat(walk.account.isMobileOnTrial(hold, START)).isFalse();
        });
    }

    @Test
    void tries_are_quiet_once_the_last_one_is_exactly_so_old() {
        Cases.each(500, chance -> {
            SignInLock lock = new Walk().account.signInLock();
            Duration time = Duration.ofSeconds(chance.between(1, 10_000));
            assertThat(lock.isQuietFor(time, START)).isTrue();

            lock.count(START);

            Instant asked = chance.after(START, Duration.ofHours(4), START.plus(time));
            assertThat(lock.isQuietFor(time, asked)).isEqualTo(!asked.isBefore(START.plus(time)));
        });
    }

    private static void step(Chance chance, Walk walk, Instant now) {
        switch (chance.between(0, 8)) {
            case 0 -> walk.lock(chance.of(LockedBecause.values()), now);
            case 1 -> walk.unlock(true);
            case 2 -> walk.unlock(false);
            case 3 -> walk.disable();
            case 4 -> walk.enable();
            case 5 -> walk.takeNumber(chance.oneIn(2));
            case 6 -> walk.takeBackTry();
            default -> walk.tryPassword(chance.oneIn(5), now);
        }
    }
}

package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.access.language.Language;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;

/** Which password opens what, in whatever order things happen, and what is read of one that was typed. */
class GeneratedPasswordsTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String NUMBER = "the number";

    /** The password of an account, and what it should have come to. */
    private static final class Walk {

        private final Password password = Password.none(UUID.randomUUID());
        private @Nullable Instant setAt;
        private @Nullable Instant goodUntil;
        private boolean used;
        private @Nullable UUID pending;
        private Instant pendingUntil = START;

        void replace(boolean elsewhere, Instant now) {
            if (elsewhere) {
                password.replaceElsewhere(now);
            } else {
                password.replace("chosen", Language.WELSH, now);
                pending = null;
            }
            begin(null, now);
        }

        void send(Instant now) {
            pending = UUID.randomUUID();
            pendingUntil = now.plus(HOUR);
            password.await(new PendingPassword(pending, "temporary", pendingUntil, NUMBER));
        }

        void arrive(UUID which, boolean sameNumber, Instant now) {
            boolean known = which.equals(pending);
            boolean good = known && sameNumber && now.isBefore(pendingUntil);
            assertThat(password.activate(which, sameNumber ? NUMBER : "another", now))
                    .isEqualTo(good);
            pending = known ? null : pending;
            if (good) {
                begin(pendingUntil, now);
            }
        }

        void fail(UUID which) {
            assertThat(password.voidPending(which)).isEqualTo(which.equals(pending));
            pending = which.equals(pending) ? null : pending;
        }

        void use(Instant now) {
            password.use(now);
            used |= goodUntil != null;
        }

        void assertAsExpected(Instant now) {
            assertThat(password.pending()).isEqualTo(Optional.ofNullable(pending));
            assertThat(password.isSet()).isEqualTo(setAt != null);
            assertThat(password.isTemporary()).isEqualTo(goodUntil != null);
            if (setAt != null) {
                assertThat(password.since()).isEqualTo(setAt);
                assertThat(password.verdict(YEAR, now)).isEqualTo(verdict(setAt, now));
            }
        }

        private PasswordVerdict verdict(Instant since, Instant now) {
            if (goodUntil != null) {
                return used || !now.isBefore(goodUntil) ? PasswordVerdict.TEMPORARY_OVER : PasswordVerdict.MUST_CHANGE;
            }
            return now.isBefore(since.plus(YEAR)) ? PasswordVerdict.RIGHT : PasswordVerdict.EXPIRED;
        }

        private void begin(@Nullable Instant temporaryUntil, Instant now) {
            setAt = now;
            goodUntil = temporaryUntil;
            used = false;
        }
    }

    @Test
    void a_temporary_password_opens_one_sign_in_for_an_hour_and_only_once_it_has_arrived_where_it_was_sent() {
        Cases.each(3_000, chance -> {
            Walk walk = new Walk();
            UUID stale = UUID.randomUUID();
            Instant now = START;
            for (int step = 0; step < 12; step++) {
                stale = walk.pending == null || chance.oneIn(3) ? stale : walk.pending;
                now = chance.after(now, Duration.ofMinutes(20), boundaries(walk));
                step(chance, walk, stale, now);
                walk.assertAsExpected(now);
            }
        });
    }

    @Test
    void a_password_is_the_same_however_its_letters_are_composed_and_nothing_else_of_it_is_changed() {
        Cases.each(10_000, chance -> {
            String typed = chance.anything(20);
            TypedPassword password = new TypedPassword(typed);

            assertThat(new TypedPassword(password.text())).isEqualTo(password);
            assertThat(new TypedPassword(Normalizer.normalize(typed, Normalizer.Form.NFD)))
                    .isEqualTo(password);
            assertThat(password.text()).isEqualTo(Normalizer.normalize(typed, Normalizer.Form.NFC));
            assertThat(password.length())
                    .isEqualTo(password.text().codePointCount(0, password.text().length()));
            assertThat(password.toString()).isEqualTo("TypedPassword[hidden]");
        });
    }

    private static void step(Chance chance, Walk walk, UUID known, Instant now) {
        switch (chance.between(0, 7)) {
            case 0 -> walk.replace(chance.oneIn(3), now);
            case 1, 2 -> walk.send(now);
            case 3, 4 -> walk.arrive(known, !chance.oneIn(4), now);
            case 5 -> walk.fail(known);
            default -> walk.use(now);
        }
    }

    private static Instant[] boundaries(Walk walk) {
        return new Instant[] {
            walk.pendingUntil,
            walk.goodUntil == null ? walk.pendingUntil : walk.goodUntil,
            walk.setAt == null ? START : walk.setAt.plus(YEAR)
        };
    }
}

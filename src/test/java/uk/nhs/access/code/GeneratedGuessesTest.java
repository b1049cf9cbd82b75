package uk.nhs.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.CODES_BLOCKED;
import static uk.nhs.access.problem.Cid.CODE_EXPIRED;
import static uk.nhs.access.problem.Cid.CODE_TRIES_USED_UP;
import static uk.nhs.access.support.Tried.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.crypto.KeyedHash;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.support.Cases;

/** How often codes can be guessed at, whatever is tried and whenever. */
class GeneratedGuessesTest {

    private static final Instant ISSUED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final CodeSettings SETTINGS = Defaults.of(CodeSettings.class);
    private static final CodeBinding BINDING =
            CodeBinding.fresh(CodePurpose.SIGN_IN, UUID.randomUUID(), "+447700900123", ISSUED);
    private static final KeyedHash HASH = Rings.hashes().hash("test", BINDING.fields("012345"));
    private static final Sealed SEALED = Rings.sealer().seal(BINDING.code(), "012345");

    /** What becomes of a code, in the plainest words, and the code itself. */
    private static final class Walk {

        private final VerificationCode code =
                VerificationCode.issue(BINDING, HASH, SEALED, SETTINGS.tries(), ISSUED, ISSUED.plus(VALIDITY));
        private int left = SETTINGS.tries();
        private Instant end = ISSUED.plus(VALIDITY);
        private boolean spent;

        Optional<Cid> due(Instant now) {
            if (spent || !now.isBefore(end)) {
                return Optional.of(CODE_EXPIRED);
            }
            return left == 0 ? Optional.of(CODE_TRIES_USED_UP) : Optional.empty();
        }

        void withdraw(Instant now) {
            code.withdraw(now);
            spent = true;
        }

        void renew(Instant now) {
            Optional<Cid> expected = due(now);
            Instant newEnd = now.plus(VALIDITY);
            assertThat(refusal(() -> code.renew(HASH, SEALED, now, newEnd))).isEqualTo(expected);
            end = expected.isEmpty() ? newEnd : end;
        }

        void guess(boolean rightly, Instant now) {
            Optional<Cid> expected = due(now);
            assertThat(refusal(() -> code.count(now))).isEqualTo(expected);
            if (expected.isEmpty()) {
                left--;
                if (rightly) {
                    code.use(now);
                    spent = true;
                }
            }
        }

        void assertAsExpected(Instant now) {
            assertThat(refusal(() -> code.requireUsable(now))).isEqualTo(due(now));
            assertThat(code.triesLeft()).isEqualTo(left).isNotNegative();
            assertThat(code.expiresAt()).isEqualTo(end);
            assertThat(isKept(code)).isEqualTo(!spent && left > 0);
        }
    }

    @Test
    void a_code_takes_five_guesses_however_often_it_becomes_another_one_that_is_right_and_none_once_it_is_over() {
        Cases.each(2_000, chance -> {
            Walk walk = new Walk();
            Instant now = ISSUED;
            for (int step = 0; step < 20; step++) {
                now = chance.after(now, Duration.ofMinutes(1), walk.end);
                switch (chance.between(0, 11)) {
                    case 0 -> walk.withdraw(now);
                    case 1, 2 -> walk.renew(now);
                    default -> walk.guess(chance.oneIn(8), now);
                }
                walk.assertAsExpected(now);
            }
        });
    }

    @Test
    void ten_wrong_guesses_in_a_row_block_for_twice_as_long_each_time_until_a_right_one() {
        Cases.each(400, chance -> {
            CodeBlock block = new CodeBlock(UUID.randomUUID(), CodePurpose.SIGN_IN, ISSUED);
            Instant now = ISSUED;
            Instant end = ISSUED;
            long minutes = 15;
            int row = 0;
            for (int step = 0; step < 120; step++) {
                now = chance.after(now, Duration.ofMinutes(10), end);
                if (chance.oneIn(40)) {
                    block.countRight();
                    row = 0;
                    minutes = 15;
                    end = now;
                } else {
                    block.countWrong(now, SETTINGS);
                    row++;
                }
                if (row == 10) {
                    end = now.plus(Duration.ofMinutes(minutes));
                    minutes = Math.min(minutes * 2, 24 * 60);
                    row = 0;
                }
                assertBlocked(block, now, end);
                Instant asked = chance.after(now, Duration.ofMinutes(30), end);
                assertBlocked(block, asked, end);
            }
        });
    }

    /** Whoever waits for as long as told is let in then, and was not let in a whole second before. */
    private static void assertBlocked(CodeBlock block, Instant now, Instant end) {
        try {
            block.requireNotBlocked(now);
            assertThat(now).isAfterOrEqualTo(end);
        } catch (Problem blocked) {
            assertThat(blocked.cid()).isEqualTo(CODES_BLOCKED);
            Duration wait = Duration.ofSeconds((Long) blocked.facts().get("retryAfter"));
            assertThat(now.plus(wait)).isAfterOrEqualTo(end);
            assertThat(now.plus(wait).minusSeconds(1)).isBefore(end);
        }
    }

    private static boolean isKept(VerificationCode code) {
        try {
            return code.code() != null;
        } catch (IllegalStateException wiped) {
            return false;
        }
    }
}

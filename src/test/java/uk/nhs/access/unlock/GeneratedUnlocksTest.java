package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.UNLOCK_EXPIRED;
import static uk.nhs.access.problem.Cid.UNLOCK_NOT_PROVED;
import static uk.nhs.access.problem.Cid.UNLOCK_STEP_DONE;
import static uk.nhs.access.support.Tried.refusal;
import static uk.nhs.access.unlock.UnlockState.ASKED;
import static uk.nhs.access.unlock.UnlockState.AWAITING_CODE;
import static uk.nhs.access.unlock.UnlockState.COMPLETED;
import static uk.nhs.access.unlock.UnlockState.PROVED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;

/** What has to be right before an account is unlocked, whatever is tried and whenever. */
class GeneratedUnlocksTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Instant END = START.plus(LIFETIME);

    /** An unlock, and what it should have come to. */
    private static final class Walk {

        private final Recognition whose = new Recognition(UUID.randomUUID(), "address", UUID.randomUUID());
        private final Unlock unlock;
        private final boolean code;
        private UnlockState state = ASKED;
        private boolean wanted;

        Walk(boolean code) {
            this.code = code;
            this.unlock = Unlock.open(SecretToken.random(), whose, ASKED, START, LIFETIME);
        }

        void answer(Instant now) {
            Optional<Cid> expected = over(now).or(() -> state == ASKED ? Optional.empty() : done());
            assertThat(refusal(() -> unlock.requireAsked(now))).isEqualTo(expected);
            assertThat(refusal(() -> unlock.answered(code, now))).isEqualTo(expected);
            state = expected.isPresent() ? state : code ? AWAITING_CODE : PROVED;
        }

        void want(Instant now) {
            Optional<Cid> expected = refusalOfCode(now);
            assertThat(refusal(() -> unlock.wantCode(now, Language.WELSH))).isEqualTo(expected);
            wanted |= expected.isEmpty();
        }

        void send() {
            CodeBinding binding = CodeBinding.fresh(CodePurpose.UNLOCK, whose.subject(), "+447700900123", START);
            unlock.codeSent(binding);
            wanted = false;
            assertThat(unlock.codeBinding()).contains(binding);
        }

        void drop() {
            unlock.dropCodeWish();
            wanted = false;
        }

        void confirm(Instant now) {
            Optional<Cid> expected = refusalOfCode(now);
            assertThat(refusal(() -> unlock.requireAwaitingCode(now))).isEqualTo(expected);
            assertThat(refusal(() -> unlock.confirmed(now))).isEqualTo(expected);
            state = expected.isPresent() ? state : PROVED;
        }

        void complete(UnlockChoice choice, Instant now) {
            Optional<Cid> expected = over(now).or(() -> switch (state) {
                case PROVED -> Optional.empty();
                case COMPLETED -> done();
                default -> Optional.of(UNLOCK_NOT_PROVED);
            });
            assertThat(refusal(() -> unlock.requireProved(now))).isEqualTo(expected);
            assertThat(refusal(() -> unlock.complete(choice, now))).isEqualTo(expected);
            state = expected.isPresent() ? state : COMPLETED;
        }

        void assertAsExpected(Instant now) {
            assertThat(unlock.state()).isEqualTo(state);
            assertThat(unlock.isAnswered()).isEqualTo(state != ASKED);
            assertThat(unlock.wantsCode(now)).isEqualTo(wanted && state == AWAITING_CODE && now.isBefore(END));
        }

        private Optional<Cid> refusalOfCode(Instant now) {
            return over(now).or(() -> switch (state) {
                case ASKED -> Optional.of(UNLOCK_NOT_PROVED);
                case AWAITING_CODE -> Optional.empty();
                default -> done();
            });
        }

        private static Optional<Cid> over(Instant now) {
            return now.isBefore(END) ? Optional.empty() : Optional.of(UNLOCK_EXPIRED);
        }

        private static Optional<Cid> done() {
            return Optional.of(UNLOCK_STEP_DONE);
        }
    }

    @Test
    void a_choice_is_made_once_after_all_that_was_asked_for_and_in_time() {
        Cases.each(2_000, chance -> {
            Walk walk = new Walk(chance.oneIn(2));
            Instant now = START;
            for (int step = 0; step < 10; step++) {
                now = chance.oneIn(2) ? now : chance.after(now, Duration.ofMinutes(3), END);
                step(chance, walk, now);
                walk.assertAsExpected(now);
            }
        });
    }

    @Test
    void it_is_known_by_an_id_of_its_own_for_whoever_it_was_opened() {
        Recognition whose = new Recognition(UUID.randomUUID(), "address", UUID.randomUUID());
        Unlock unlock = Unlock.open(SecretToken.random(), whose, ASKED, START, LIFETIME);

        assertThat(unlock.id()).isNotNull().isNotEqualTo(whose.subject());
        assertThat(unlock.subject()).isEqualTo(whose.subject());
        assertThat(unlock.addressName()).isEqualTo("address");
        assertThat(unlock.language()).isEqualTo(Language.ENGLISH);
        assertThat(unlock.expiresAt()).isEqualTo(END);
        assertThat(unlock.codeBinding()).isEmpty();
        assertThat(unlock.isOpenedBefore(START)).isFalse();
        assertThat(unlock.isOpenedBefore(START.plusNanos(1_000))).isTrue();
    }

    private static void step(Chance chance, Walk walk, Instant now) {
        switch (chance.between(0, 6)) {
            case 0 -> walk.want(now);
            case 1 -> walk.send();
            case 2 -> walk.drop();
            case 3 -> walk.confirm(now);
            case 4 -> walk.complete(chance.of(UnlockChoice.values()), now);
            default -> walk.answer(now);
        }
    }
}

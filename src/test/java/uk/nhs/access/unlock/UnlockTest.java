package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.access.problem.Cid.UNLOCK_EXPIRED;
import static uk.nhs.access.problem.Cid.UNLOCK_NOT_PROVED;
import static uk.nhs.access.problem.Cid.UNLOCK_STEP_DONE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;

class UnlockTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Instant END = START.plus(LIFETIME);
    private static final Instant LAST = END.minusNanos(1_000);

    private final Unlock unlock = Unlock.open(
            SecretToken.random(),
            new Recognition(UUID.randomUUID(), "address", UUID.randomUUID()),
            UnlockState.ASKED,
            START,
            LIFETIME);

    @Test
    void at_first_answers_are_taken_and_no_choice() {
        assertThatNoException().isThrownBy(() -> unlock.requireAsked(LAST));
        assertRefused(UNLOCK_NOT_PROVED, () -> unlock.requireProved(LAST));
        assertRefused(UNLOCK_NOT_PROVED, () -> unlock.complete(UnlockChoice.KEEP_PASSWORD, LAST));
        assertThat(unlock.state()).isEqualTo(UnlockState.ASKED);
    }

    @ParameterizedTest
    @EnumSource
    void right_answers_open_the_choice_once(UnlockChoice choice) {
        unlock.answered(false, LAST);
        assertRefused(UNLOCK_STEP_DONE, () -> unlock.requireAsked(LAST));
        assertRefused(UNLOCK_STEP_DONE, () -> unlock.answered(false, LAST));

        unlock.complete(choice, LAST);
        assertThat(unlock.state()).isEqualTo(UnlockState.COMPLETED);
        assertRefused(UNLOCK_STEP_DONE, () -> unlock.complete(choice, LAST));
        assertRefused(UNLOCK_STEP_DONE, () -> unlock.requireAsked(LAST));
    }

    @Test
    void at_its_end_it_is_good_for_nothing() {
        assertRefused(UNLOCK_EXPIRED, () -> unlock.requireAsked(END));
        assertRefused(UNLOCK_EXPIRED, () -> unlock.answered(false, END));
        unlock.answered(false, LAST);
        assertRefused(UNLOCK_EXPIRED, () -> unlock.complete(UnlockChoice.RESET_PASSWORD, END));
        unlock.complete(UnlockChoice.KEEP_PASSWORD, LAST);
        assertRefused(UNLOCK_EXPIRED, () -> unlock.requireProved(END));
    }

    @Test
    void where_a_code_is_asked_for_as_well_it_comes_between_the_answers_and_the_choice() {
        assertRefused(UNLOCK_NOT_PROVED, () -> unlock.wantCode(LAST, Language.WELSH));
        assertRefused(UNLOCK_NOT_PROVED, () -> unlock.confirmed(LAST));

        unlock.answered(true, LAST);
        assertThat(unlock.state()).isEqualTo(UnlockState.AWAITING_CODE);
        assertRefused(UNLOCK_STEP_DONE, () -> unlock.requireAsked(LAST));
        assertRefused(UNLOCK_NOT_PROVED, () -> unlock.complete(UnlockChoice.KEEP_PASSWORD, LAST));
        assertRefused(UNLOCK_EXPIRED, () -> unlock.wantCode(END, Language.WELSH));
        assertRefused(UNLOCK_EXPIRED, () -> unlock.confirmed(END));

        unlock.confirmed(LAST);
        assertThat(unlock.state()).isEqualTo(UnlockState.PROVED);
        assertRefused(UNLOCK_STEP_DONE, () -> unlock.wantCode(LAST, Language.WELSH));
        assertRefused(UNLOCK_STEP_DONE, () -> unlock.confirmed(LAST));
    }

    @Test
    void a_wish_for_a_code_stands_until_it_was_sent_or_dropped_and_not_after_the_end() {
        unlock.answered(true, LAST);
        assertThat(unlock.wantsCode(LAST)).isFalse();

        unlock.wantCode(LAST, Language.WELSH);
        assertThat(unlock.language()).isEqualTo(Language.WELSH);
        assertThat(unlock.wantsCode(LAST)).isTrue();
        assertThat(unlock.wantsCode(END)).isFalse();

        unlock.dropCodeWish();
        assertThat(unlock.wantsCode(LAST)).isFalse();
        unlock.wantCode(LAST, Language.WELSH);
        unlock.codeSent(CodeBinding.fresh(CodePurpose.UNLOCK, UUID.randomUUID(), "+447700900123", Instant.EPOCH));
        assertThat(unlock.wantsCode(LAST)).isFalse();
    }

    @Test
    void whoever_holds_its_token_sees_what_applies_in_its_state_and_no_more() {
        SecretToken token = SecretToken.random();
        UnlockView asked = UnlockView.asked(token, unlock, List.of(AskedQuestion.OWN), Language.ENGLISH);
        assertThat(asked.id()).isEqualTo(token.value());
        assertThat(asked.expiresAt()).isEqualTo(END);
        assertThat(asked.questions())
                .containsExactly(new UnlockView.Asked("OWN", AskedQuestion.OWN.text(Language.ENGLISH)));
        assertThat(asked.choices()).isNull();
        assertThat(asked).hasToString("UnlockView[hidden]");

        unlock.answered(true, LAST);
        assertThat(UnlockView.awaitingCode(token, unlock).state()).isEqualTo(UnlockState.AWAITING_CODE);
        unlock.confirmed(LAST);
        assertThat(UnlockView.proved(token, unlock, List.of(UnlockChoice.KEEP_PASSWORD))
                        .choices())
                .containsExactly(UnlockChoice.KEEP_PASSWORD);
        UnlockView completed =
                UnlockView.completed(token, unlock, UnlockChoice.KEEP_PASSWORD, Language.ENGLISH, List.of());
        assertThat(completed.choice()).isEqualTo(UnlockChoice.KEEP_PASSWORD);
        assertThat(completed.message()).isEqualTo(UnlockWords.completed(UnlockChoice.KEEP_PASSWORD, Language.ENGLISH));
    }

    private static void assertRefused(Cid cid, ThrowingCallable step) {
        assertThat(catchThrowableOfType(Problem.class, step).cid()).isEqualTo(cid);
    }
}

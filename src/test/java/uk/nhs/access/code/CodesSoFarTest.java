package uk.nhs.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.CODES_BLOCKED;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.Defaults;
import uk.nhs.access.support.Tried;

class CodesSoFarTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final CodeBinding binding =
            CodeBinding.fresh(CodePurpose.PHONE_CHANGE, UUID.randomUUID(), "+447700900123", NOW);

    @Test
    void before_the_first_wrong_guess_nothing_is_counted_and_nothing_blocked() {
        CodesSoFar none = new CodesSoFar(null, null);

        assertThat(Tried.refusal(() -> none.requireNotBlocked(NOW))).isEmpty();
        assertThat(none.open()).isEmpty();
        assertThat(none.blockOrNew(binding, NOW)).isNotNull();
    }

    @Test
    void a_code_that_is_open_is_had() {
        VerificationCode code = new VerificationCode();

        assertThat(new CodesSoFar(null, code).open()).containsSame(code);
    }

    @Test
    void a_count_that_has_begun_goes_on_and_blocks() {
        CodeBlock block = new CodeBlock(binding.account(), binding.purpose(), NOW);
        CodesSoFar counted = new CodesSoFar(block, null);
        assertThat(counted.blockOrNew(binding, NOW)).isSameAs(block);

        CodeSettings settings = Defaults.of(CodeSettings.class);
        for (int wrong = 0; wrong < settings.wrongInRow(); wrong++) {
            block.countWrong(NOW, settings);
        }

        assertThat(Tried.refusal(() -> counted.requireNotBlocked(NOW))).contains(CODES_BLOCKED);
    }
}

package uk.nhs.access.code;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account and a purpose have to do with codes already.
 *
 * @param block the count of wrong guesses, or null before the first one
 * @param code the one that is open, or that is asked about; null if there is none
 */
record CodesSoFar(@Nullable CodeBlock block, @Nullable VerificationCode code) {

    void requireNotBlocked(Instant now) {
        if (block != null) {
            block.requireNotBlocked(now);
        }
    }

    /** Nothing is written of a count that has not begun, until there is something to count. */
    CodeBlock blockOrNew(CodeBinding binding, Instant now) {
        return block == null ? new CodeBlock(binding.account(), binding.purpose(), now) : block;
    }

    Optional<VerificationCode> open() {
        return Optional.ofNullable(code);
    }
}

package uk.nhs.access.code;

import static uk.nhs.access.problem.Cid.CODES_BLOCKED;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.WholeSeconds;

/** The wrong guesses in a row at all codes of one account and purpose, and the block that they led to. */
@Entity
class CodeBlock {

    @EmbeddedId
    private Of of;

    private int wrongInRow;

    private int blocks;

    private @Nullable Instant blockedUntil;

    private Instant countedAt;

    CodeBlock() {}

    CodeBlock(UUID account, CodePurpose purpose, Instant now) {
        this.of = new Of(account, purpose);
        this.countedAt = now;
    }

    void requireNotBlocked(Instant now) {
        if (blockedUntil != null && now.isBefore(blockedUntil)) {
            throw new Problem(CODES_BLOCKED).with("retryAfter", WholeSeconds.of(Duration.between(now, blockedUntil)));
        }
    }

    /** Counts a guess as wrong until it is known to be right. Each block is twice as long as the one before. */
    void countWrong(Instant now, CodeSettings settings) {
        countedAt = now;
        wrongInRow++;
        if (wrongInRow >= settings.wrongInRow()) {
            blockedUntil = now.plus(nextBlock(settings));
            blocks++;
            wrongInRow = 0;
        }
    }

    /** A right guess ends the row, and lifts the block that its own count has just set. */
    void countRight() {
        wrongInRow = 0;
        blocks = 0;
        blockedUntil = null;
    }

    private Duration nextBlock(CodeSettings settings) {
        Duration block = settings.block().multipliedBy(1L << Math.min(blocks, 20));
        return block.compareTo(settings.blockMost()) < 0 ? block : settings.blockMost();
    }

    /** The account and purpose that are counted. */
    @Embeddable
    record Of(UUID accountId, @Enumerated(EnumType.STRING) CodePurpose purpose) {}
}

package uk.nhs.access.code;

import static uk.nhs.access.problem.Cid.CODE_EXPIRED;
import static uk.nhs.access.problem.Cid.CODE_TRIES_USED_UP;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.KeyedHash;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.problem.Problem;

/** A security code that was issued, and the guesses at it. The code itself is here only sealed, to be sent again. */
@Entity
public class VerificationCode {

    @Id
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private CodePurpose purpose;

    @Embedded
    private KeyedHash hash;

    @Embedded
    private @Nullable Sealed code;

    private int triesLeft;

    private Instant issuedAt;

    private Instant expiresAt;

    private @Nullable Instant usedAt;

    VerificationCode() {}

    private VerificationCode(UUID id, UUID accountId, CodePurpose purpose, KeyedHash hash, Sealed code) {
        this.id = id;
        this.accountId = accountId;
        this.purpose = purpose;
        this.hash = hash;
        this.code = code;
    }

    static VerificationCode issue(
            CodeBinding binding, KeyedHash hash, Sealed code, int tries, Instant now, Instant expiresAt) {
        VerificationCode issued =
                new VerificationCode(binding.code(), binding.account(), binding.purpose(), hash, code);
        issued.triesLeft = tries;
        issued.issuedAt = now;
        issued.expiresAt = expiresAt;
        return issued;
    }

    /** Refuses a code that cannot be used any more. */
    void requireUsable(Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt)) {
            throw new Problem(CODE_EXPIRED);
        }
        if (triesLeft == 0) {
            throw new Problem(CODE_TRIES_USED_UP).with("attemptsLeft", 0);
        }
    }

    /** Counts a guess, before anybody knows whether it is right. */
    void count(Instant now) {
        requireUsable(now);
        triesLeft--;
        if (triesLeft == 0) {
            code = null;
        }
    }

    void use(Instant now) {
        usedAt = now;
        code = null;
    }

    /** What it was to prove is no longer asked. */
    void withdraw(Instant now) {
        if (usedAt == null) {
            use(now);
        }
    }

    /** Becomes another code, bound to another destination. The tries that are left stay what they are. */
    void renew(KeyedHash newHash, Sealed newCode, Instant now, Instant newExpiresAt) {
        requireUsable(now);
        hash = newHash;
        code = newCode;
        issuedAt = now;
        expiresAt = newExpiresAt;
    }

    KeyedHash hash() {
        return hash;
    }

    Sealed code() {
        if (code == null) {
            throw new IllegalStateException("The code was wiped");
        }
        return code;
    }

    public UUID id() {
        return id;
    }

    public int triesLeft() {
        return triesLeft;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

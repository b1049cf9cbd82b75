package uk.nhs.access.recovery;

import static uk.nhs.access.problem.Cid.RECOVERY_EXPIRED;
import static uk.nhs.access.problem.Cid.RECOVERY_NOT_PROVED;
import static uk.nhs.access.problem.Cid.RECOVERY_STEP_DONE;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.problem.Problem;

/** One attempt of somebody who lost the phone to get back in. */
@Entity
public class Recovery {

    @Id
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private RecoveryState state;

    private Instant openedAt;

    private Instant expiresAt;

    private @Nullable UUID codeId;

    private @Nullable EmailAddress codeAddress;

    @Enumerated(EnumType.STRING)
    private @Nullable Proof provedBy;

    Recovery() {}

    static Recovery open(Account account, Instant now, Duration lifetime) {
        Recovery opened = new Recovery();
        opened.id = UUID.randomUUID();
        opened.accountId = account.id();
        opened.state = RecoveryState.OPEN;
        opened.openedAt = now;
        opened.expiresAt = now.plus(lifetime);
        return opened;
    }

    /** Refuses a step of proving that comes too late, or after the proof. */
    void requireOpen(Instant now) {
        requireTime(now);
        if (state != RecoveryState.OPEN) {
            throw new Problem(RECOVERY_STEP_DONE);
        }
    }

    /** What a code is to be bound to that goes to the address which the account is known by. */
    CodeBinding newCodeBinding(Account account, Instant now) {
        return CodeBinding.fresh(
                CodePurpose.RECOVERY, accountId, account.emails().get(0).value(), now);
    }

    void codeSent(CodeBinding binding) {
        codeId = binding.code();
        codeAddress = new EmailAddress(binding.destination());
    }

    /** What the code that was e-mailed is bound to, if one was. */
    Optional<CodeBinding> codeBinding() {
        return codeId == null || codeAddress == null
                ? Optional.empty()
                : Optional.of(new CodeBinding(codeId, CodePurpose.RECOVERY, accountId, codeAddress.value()));
    }

    void prove(Proof proof, Instant now) {
        requireOpen(now);
        state = RecoveryState.PROVED;
        provedBy = proof;
    }

    /** Refuses a recovery that opens nothing yet, or any more. */
    void requireUsable(Instant now) {
        if (state == RecoveryState.USED) {
            throw new Problem(RECOVERY_STEP_DONE);
        }
        requireTime(now);
        if (state != RecoveryState.PROVED) {
            throw new Problem(RECOVERY_NOT_PROVED);
        }
    }

    /** Spends the recovery on its one phone change. */
    void use(Instant now) {
        requireUsable(now);
        state = RecoveryState.USED;
    }

    private void requireTime(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw new Problem(RECOVERY_EXPIRED);
        }
    }

    UUID accountId() {
        return accountId;
    }

    UUID id() {
        return id;
    }

    RecoveryState state() {
        return state;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<EmailAddress> codeAddress() {
        return Optional.ofNullable(codeAddress);
    }

    Optional<Proof> provedBy() {
        return Optional.ofNullable(provedBy);
    }
}

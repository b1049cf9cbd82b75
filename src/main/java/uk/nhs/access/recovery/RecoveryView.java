package uk.nhs.access.recovery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.code.VerificationCode;

/** A recovery as the person sees it. What does not apply in its state is left out. */
record RecoveryView(
        UUID id,
        RecoveryState state,
        Instant expiresAt,
        @Nullable Proof provedBy,
        @Nullable String sentTo,
        @Nullable Integer attemptsLeft) {

    /** @param code the code that was e-mailed, or null where none was */
    static RecoveryView from(Recovery recovery, @Nullable VerificationCode code) {
        boolean open = recovery.state() == RecoveryState.OPEN;
        return new RecoveryView(
                recovery.id(),
                recovery.state(),
                recovery.expiresAt(),
                recovery.provedBy().orElse(null),
                recovery.codeAddress().map(EmailAddress::masked).orElse(null),
                open && code != null ? code.triesLeft() : null);
    }
}

package uk.nhs.access.phonechange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.code.VerificationCode;
import uk.nhs.access.notice.DeliveryStatus;

/** A phone change as its owner sees it. What does not apply in its state is left out. */
public record PhoneChangeView(
        UUID id,
        PhoneChangeState state,
        PhoneChangeOrigin origin,
        String newNumber,
        @Nullable String currentNumber,
        Instant requestedAt,
        @Nullable Integer attemptsLeft,
        @Nullable Instant codeExpiresAt,
        @Nullable DeliveryStatus codeDelivery,
        @Nullable Instant confirmedAt,
        @Nullable Instant appliesAt,
        @Nullable Instant endedAt) {

    /**
     * @param code the code that is awaited, or null where none is
     * @param delivery how far the text with it has come, or null likewise
     */
    static PhoneChangeView from(
            PhoneChange change, @Nullable VerificationCode code, @Nullable DeliveryStatus delivery) {
        Progress progress = change.progress();
        return new PhoneChangeView(
                change.id(),
                progress.state(),
                change.origin(),
                change.newNumberMasked(),
                change.currentNumberMasked().orElse(null),
                progress.requestedAt(),
                code == null ? null : code.triesLeft(),
                code == null ? null : code.expiresAt(),
                delivery,
                progress.confirmedAt().orElse(null),
                progress.appliesAt().orElse(null),
                progress.endedAt().orElse(null));
    }
}

package uk.nhs.access.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a text gateway says, after it took a text over, of how it went on. */
public enum Receipt {
    IN_TRANSIT,
    DELIVERED,
    UNDELIVERED;

    /** What a status of GOV.UK Notify means; nothing, where it is none of those that texts are documented to have. */
    public static Optional<Receipt> of(String status) {
        return switch (status) {
            case "created", "sending", "pending", "sent" -> Optional.of(IN_TRANSIT);
            case "delivered" -> Optional.of(DELIVERED);
            case "permanent-failure", "temporary-failure", "technical-failure" -> Optional.of(UNDELIVERED);
            default -> Optional.empty();
        };
    }

    /** Receipts come twice and in any order: what is final stays. */
    boolean isNewsAfter(@Nullable Receipt earlier) {
        return earlier == null || earlier == IN_TRANSIT && this != IN_TRANSIT;
    }
}

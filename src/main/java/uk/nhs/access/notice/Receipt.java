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

    /**
     * Whether a text is told more by this than by what was said {@code earlier}.
     *
     * <p>Receipts come twice and in any order, and a text may have been handed over twice. That one of the two arrived is
     * good whichever it was; that one failed says something only of the try that we went by, and nothing once the other
     * arrived. Of one try the first final word stays.
     *
     * @param ofOurTry whether it is said of the try that we went by
     */
    boolean isNewsAfter(@Nullable Receipt earlier, boolean ofOurTry) {
        if (earlier == DELIVERED) {
            return false;
        }
        if (earlier == UNDELIVERED) {
            return this == DELIVERED && !ofOurTry;
        }
        return this == DELIVERED || ofOurTry && this != earlier;
    }
}

package uk.nhs.access.code;

import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.time.OrderedIds;

/**
 * All that a code is bound to. A guess is right only with the very same binding.
 *
 * @param destination the number or address that the code was sent to
 */
public record CodeBinding(UUID code, CodePurpose purpose, UUID account, String destination) {

    /** A binding for a code that is about to be issued. */
    public static CodeBinding fresh(CodePurpose purpose, UUID account, String destination, Instant now) {
        return new CodeBinding(OrderedIds.at(now), purpose, account, destination);
    }

    Object[] fields(String digits) {
        return new Object[] {code, purpose, account, destination, digits};
    }

    @Override
    public String toString() {
        return "CodeBinding[" + code + ", " + purpose + ", " + account + "]";
    }
}

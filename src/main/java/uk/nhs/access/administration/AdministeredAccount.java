package uk.nhs.access.administration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.AnyNumber;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.LockedBecause;

/**
 * An account as a Local Administrator sees it. What it does not have is left out.
 *
 * @param mobileNumber masked, as the addresses are; a foreign one is shown too
 */
record AdministeredAccount(
        UUID id,
        String name,
        List<String> emailAddresses,
        @Nullable String mobileNumber,
        @Nullable DisabledBecause disabledBecause,
        @Nullable LockedBecause lockedBecause,
        @Nullable Instant lockedAt) {

    static AdministeredAccount from(Account account) {
        return new AdministeredAccount(
                account.id(),
                account.holder().name(),
                account.emails().stream().map(EmailAddress::masked).toList(),
                account.number().map(AnyNumber::masked).orElse(null),
                account.disabledBecause().orElse(null),
                account.lockedBecause().orElse(null),
                account.lockedAt().orElse(null));
    }
}

package uk.nhs.access.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.AnyNumber;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.account.Subject;

/**
 * An account as the services see it that look after accounts. What it does not have is left out.
 *
 * @param mobileNumber masked, as the addresses are; a foreign one is shown too
 */
record ProvisionedAccount(
        UUID id,
        Subject subject,
        String name,
        @Nullable String organisation,
        List<String> emailAddresses,
        @Nullable String mobileNumber,
        @Nullable DisabledBecause disabledBecause,
        @Nullable LockedBecause lockedBecause,
        @Nullable Instant lockedAt) {

    static ProvisionedAccount from(Account account) {
        return new ProvisionedAccount(
                account.id(),
                account.subject(),
                account.holder().name(),
                Optional.ofNullable(account.holder().organisation())
                        .map(OdsCode::value)
                        .orElse(null),
                account.emails().stream().map(EmailAddress::masked).toList(),
                account.number().map(AnyNumber::masked).orElse(null),
                account.disabledBecause().orElse(null),
                account.lockedBecause().orElse(null),
                account.lockedAt().orElse(null));
    }
}

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
import uk.nhs.access.directory.TargetState;

/**
 * An account as a Local Administrator sees it. What it does not have is left out.
 *
 * @param mobileNumber masked, as the addresses are; a foreign one is shown too
 * @param targets where it was unlocked just now, and whether that counts there yet
 * @param sameSignOn how far what was done last has come in the directory of the organisation
 */
record AdministeredAccount(
        UUID id,
        String name,
        List<String> emailAddresses,
        @Nullable String mobileNumber,
        @Nullable DisabledBecause disabledBecause,
        @Nullable LockedBecause lockedBecause,
        @Nullable Instant lockedAt,
        @Nullable List<TargetState> targets,
        @Nullable List<TargetState> sameSignOn) {

    static AdministeredAccount from(Account account) {
        return with(account, null, null);
    }

    static AdministeredAccount unlocked(Account account, List<TargetState> targets) {
        return with(account, targets, null);
    }

    static AdministeredAccount standing(Account account, @Nullable List<TargetState> sameSignOn) {
        return with(account, null, sameSignOn);
    }

    private static AdministeredAccount with(
            Account account, @Nullable List<TargetState> targets, @Nullable List<TargetState> sameSignOn) {
        return new AdministeredAccount(
                account.id(),
                account.holder().name(),
                account.emails().stream().map(EmailAddress::masked).toList(),
                account.number().map(AnyNumber::masked).orElse(null),
                account.disabledBecause().orElse(null),
                account.lockedBecause().orElse(null),
                account.lockedAt().orElse(null),
                targets,
                sameSignOn);
    }
}

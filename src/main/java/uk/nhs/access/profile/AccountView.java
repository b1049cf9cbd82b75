package uk.nhs.access.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.directory.TargetState;
import uk.nhs.access.password.PasswordState;
import uk.nhs.access.phonechange.PhoneChangeView;

/**
 * An account as its owner sees it. What it does not have is left out.
 *
 * @param mobileNumber masked, as the addresses are
 * @param waitingChange the change of the number that is not over yet
 * @param password how it stands, if the account has one here
 * @param securityQuestionsSet whether it can be unlocked by its security questions
 * @param sameSignOn how far what was done last has come in the directory, if the organisation has adopted Same Sign On
 */
record AccountView(
        @Nullable String mobileNumber,
        List<String> emailAddresses,
        @Nullable PhoneChangeView waitingChange,
        @Nullable PasswordState password,
        boolean securityQuestionsSet,
        @Nullable List<TargetState> sameSignOn) {

    static AccountView from(
            Account account,
            @Nullable PhoneChangeView waitingChange,
            @Nullable PasswordState password,
            boolean securityQuestionsSet,
            @Nullable List<TargetState> sameSignOn) {
        return new AccountView(
                account.mobile().map(MobileNumber::masked).orElse(null),
                account.emails().stream().map(EmailAddress::masked).toList(),
                waitingChange,
                password,
                securityQuestionsSet,
                sameSignOn);
    }
}

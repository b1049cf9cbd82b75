package uk.nhs.access.provisioning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.account.Subject;

/**
 * An account that is to be opened.
 *
 * @param mobileNumber of any country
 */
record NewAccount(
        @NotNull @Valid Who subject,
        @NotNull @Pattern(regexp = Holder.NAME) String name,
        @Nullable @Pattern(regexp = OdsCode.WRITTEN) String organisation,

        @NotNull @Size(min = 1, max = MOST_ADDRESSES) List<@NotNull @Size(max = LONGEST_ADDRESS) @Pattern(regexp = EmailAddress.WRITTEN) String> emailAddresses,

        @Nullable @Size(min = 1, max = 40) String mobileNumber) {

    static final int MOST_ADDRESSES = 5;

    /** What a mail system has to take (RFC 5321, section 4.5.3.1.3, less the brackets). */
    static final int LONGEST_ADDRESS = 254;

    private static final String VISIBLE = "(?=.*[^\\p{C}\\p{Z}])[^\\p{Cc}\\p{Cs}]{1,255}";

    Subject owner() {
        return new Subject(subject.issuer(), subject.name());
    }

    Particulars particulars(MobileNumbers numbers) {
        return Particulars.of(name, organisation, emailAddresses, mobileNumber, numbers);
    }

    @Override
    public String toString() {
        return "NewAccount[hidden]";
    }

    /** Whom the tokens of the account's owner name, and who issues them. */
    record Who(
            @NotNull @Pattern(regexp = VISIBLE) String issuer,
            @NotNull @Pattern(regexp = VISIBLE) String name) {}
}

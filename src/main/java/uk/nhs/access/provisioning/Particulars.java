package uk.nhs.access.provisioning;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.AnyNumber;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.account.OdsCode;

/**
 * What a service says of an account. What it leaves out is null, and stays as it is.
 *
 * @param emails in their order: the first is the one the account is known by
 */
record Particulars(
        @Nullable String name,
        @Nullable OdsCode organisation,
        @Nullable List<EmailAddress> emails,
        @Nullable AnyNumber number) {

    static Particulars of(
            @Nullable String name,
            @Nullable String organisation,
            @Nullable List<String> emails,
            @Nullable String number,
            MobileNumbers numbers) {
        return new Particulars(
                name,
                organisation == null ? null : new OdsCode(organisation),
                emails == null ? null : emails.stream().map(EmailAddress::new).toList(),
                number == null ? null : numbers.requireAny(number));
    }

    /** The same, with nothing said of the number. */
    Particulars withoutNumber() {
        return new Particulars(name, organisation, emails, null);
    }

    /** The addresses that are said, if any are. */
    List<EmailAddress> addresses() {
        return emails == null ? List.of() : emails;
    }

    /** Who holds the account once this is so. */
    Holder holderOf(Account account) {
        Holder now = account.holder();
        return new Holder(
                Optional.ofNullable(name).orElse(now.name()),
                Optional.ofNullable(organisation).orElse(now.organisation()));
    }

    @Override
    public String toString() {
        return "Particulars[hidden]";
    }
}

package uk.nhs.access.password;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;

/** What anybody may know of the owner of an account, and so try first. */
public record OwnWords(Words name, Words addresses) {

    public static OwnWords of(Account account) {
        return of(account.holder(), account.emails());
    }

    public static OwnWords of(Holder holder, List<EmailAddress> emails) {
        return new OwnWords(
                Words.of(Stream.of(holder.name())),
                Words.of(emails.stream().map(EmailAddress::value).flatMap(OwnWords::parts)));
    }

    /** The name before the {@code @}, and each part of the domain but its last, which is nobody's own. */
    private static Stream<String> parts(String address) {
        int at = address.lastIndexOf('@');
        String[] domain = address.substring(at + 1).split("\\.");
        return Stream.concat(
                Stream.of(address.substring(0, at)), Arrays.stream(domain).limit(domain.length - 1L));
    }

    @Override
    public String toString() {
        return "OwnWords[hidden]";
    }
}

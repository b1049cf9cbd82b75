package uk.nhs.access.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.Secrets;

/**
 * Whom an e-mail address belongs to; nobody, if it is not on file.
 *
 * @param mobile in E.164
 */
public record AddressOwner(@Nullable UUID account, @Nullable String mobile) {

    /** Takes the same time whoever the owner is, and if there is none. */
    public boolean hasNumberEnding(String digits) {
        String number = mobile == null ? "" : mobile;
        String ending = number.substring(Math.max(0, number.length() - digits.length()));
        return Secrets.equal(ending, digits) && mobile != null;
    }

    @Override
    public String toString() {
        return "AddressOwner[hidden]";
    }
}

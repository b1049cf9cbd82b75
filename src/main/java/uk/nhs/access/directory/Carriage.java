package uk.nhs.access.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.crypto.Sealed;

/**
 * One try to carry a change, as it was taken.
 *
 * @param address the one that the account is known by now
 * @param password still sealed to {@code change}, where there is one
 * @param number which try it is
 */
record Carriage(
        UUID change,
        UUID account,
        OdsCode organisation,
        Errand errand,
        EmailAddress address,
        @Nullable Sealed password,
        int number) {

    static Carriage of(CarriedChange change, EmailAddress address) {
        return new Carriage(
                change.id(),
                change.accountId(),
                change.organisation(),
                change.errand(),
                address,
                change.errand() == Errand.PASSWORD ? change.password() : null,
                change.tries().count());
    }

    @Override
    public String toString() {
        return "Carriage " + change;
    }
}

package uk.nhs.access.unlock;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.UUID;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.AddressOwner;
import uk.nhs.access.crypto.KeyedHashes;

/** Recognises people by their details, with the same work for everybody, known or not. */
@Singleton
class Recogniser {

    private static final int HEX = 16;

    private final Accounts accounts;
    private final KeyedHashes hashes;

    Recogniser(Accounts accounts, KeyedHashes hashes) {
        this.accounts = accounts;
        this.hashes = hashes;
    }

    Recognition recognise(Details details) {
        AddressOwner owner = accounts.ownerOf(details.address());
        UUID nobody = nobody(details);
        boolean right = owner.hasNumberEnding(details.digits());
        UUID account = owner.account();
        return new Recognition(
                right && account != null ? account : nobody,
                hashes.fingerprint("unlock address", details.address()),
                nobody);
    }

    /** One for each address and digits: with one for each address, whoever finds the right digits would see the questions change. */
    private UUID nobody(Details details) {
        BigInteger bits = new BigInteger(hashes.fingerprint("unlock nobody", details.address(), details.digits()), HEX);
        return new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue());
    }
}

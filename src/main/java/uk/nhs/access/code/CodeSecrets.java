package uk.nhs.access.code;

import jakarta.inject.Singleton;
import uk.nhs.access.crypto.KeyedHash;
import uk.nhs.access.crypto.KeyedHashes;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.crypto.Sealer;
import uk.nhs.access.crypto.SecurityCode;

/** How codes are kept: as a hash over all that they are bound to, and sealed, to be sent again. */
@Singleton
class CodeSecrets {

    private static final String USE = "verification code";

    private final KeyedHashes hashes;
    private final Sealer sealer;

    CodeSecrets(KeyedHashes hashes, Sealer sealer) {
        this.hashes = hashes;
        this.sealer = sealer;
    }

    KeyedHash hash(CodeBinding binding, SecurityCode code) {
        return hashes.hash(USE, binding.fields(code.digits()));
    }

    boolean matches(KeyedHash hash, CodeBinding binding, String guess) {
        return hashes.matches(hash, USE, binding.fields(guess));
    }

    Sealed seal(CodeBinding binding, SecurityCode code) {
        return sealer.seal(binding.code(), code.digits());
    }

    SecurityCode open(CodeBinding binding, Sealed sealed) {
        return new SecurityCode(sealer.open(binding.code(), sealed));
    }
}

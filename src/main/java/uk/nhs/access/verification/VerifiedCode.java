package uk.nhs.access.verification;

import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.code.CodePurpose;

/** The proof that somebody received a code: whose, and for what. */
record VerifiedCode(UUID id, UUID account, CodePurpose purpose, Instant verifiedAt) {

    static VerifiedCode from(Verification verified, Instant now) {
        return new VerifiedCode(verified.id(), verified.accountId(), verified.purpose(), now);
    }
}

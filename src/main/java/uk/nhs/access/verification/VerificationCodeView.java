package uk.nhs.access.verification;

import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.VerificationCode;

/**
 * A code as the service that asked for it sees it.
 *
 * @param sentTo masked
 * @param resendAt when it can be sent again at the earliest
 */
record VerificationCodeView(
        UUID id,
        UUID account,
        CodePurpose purpose,
        Channel channel,
        String sentTo,
        int attemptsLeft,
        Instant issuedAt,
        Instant expiresAt,
        Instant resendAt) {

    static VerificationCodeView from(Verification sent, VerificationCode code, Instant resendAt) {
        return new VerificationCodeView(
                sent.id(),
                sent.accountId(),
                sent.purpose(),
                sent.destination().channel(),
                sent.destination().masked(),
                code.triesLeft(),
                code.issuedAt(),
                code.expiresAt(),
                resendAt);
    }
}

package uk.nhs.access.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.VerificationCode;
import uk.nhs.access.notice.DeliveryStatus;

/**
 * A code as the service that asked for it sees it.
 *
 * @param sentTo masked
 * @param channels how it can be sent again, the one to try first at the head
 * @param resendAt when it can be sent again at the earliest
 */
record VerificationCodeView(
        UUID id,
        UUID account,
        CodePurpose purpose,
        Channel channel,
        String sentTo,
        DeliveryStatus delivery,
        List<Channel> channels,
        int attemptsLeft,
        Instant issuedAt,
        Instant expiresAt,
        Instant resendAt) {

    static VerificationCodeView from(
            Verification sent, VerificationCode code, Account account, DeliveryStatus delivery, Instant resendAt) {
        return new VerificationCodeView(
                sent.id(),
                sent.accountId(),
                sent.purpose(),
                sent.destination().channel(),
                sent.destination().masked(),
                delivery,
                sent.channels(account, delivery),
                code.triesLeft(),
                code.issuedAt(),
                code.expiresAt(),
                resendAt);
    }
}

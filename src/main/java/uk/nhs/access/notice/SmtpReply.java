package uk.nhs.access.notice;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import uk.nhs.access.notice.Delivery.Later;
import uk.nhs.access.notice.Delivery.Refused;

/** What a mail server's refusal means: the address's fault for ever, or anything else for now. */
final class SmtpReply {

    /** How the mail client's message begins when it was the recipient that the server refused. */
    private static final String AT_RECIPIENT = "recipient address not accepted";

    /** No such mailbox, mailbox elsewhere, mailbox name not allowed. */
    private static final Set<Integer> ABOUT_THE_MAILBOX = Set.of(550, 551, 553);

    private SmtpReply() {}

    /** The server's own words may repeat the address, so only its codes are passed on. */
    static Delivery delivery(SMTPException reply) {
        boolean atRecipient = reply.getMessage() != null && reply.getMessage().startsWith(AT_RECIPIENT);
        if (atRecipient && reply.isPermanent() && isAboutTheAddress(reply)) {
            return new Refused("The mail server refused the address: " + reply.getReplyCode());
        }
        return new Later("The mail server did not take the message: " + reply.getReplyCode());
    }

    /**
     * Told apart by the enhanced status code (RFC 3463) where there is one: X.1 is the address and X.2 its mailbox, while
     * X.7, as in «relaying denied», is about us and passes once we are let in again.
     */
    private static boolean isAboutTheAddress(SMTPException reply) {
        return switch (reply.getEnhancedStatus()) {
            case OTHER_ADDRESS, OTHER_MAILBOX -> true;
            case OTHER_UNKNOWN -> ABOUT_THE_MAILBOX.contains(reply.getReplyCode());
            default -> false;
        };
    }
}

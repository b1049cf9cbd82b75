package uk.nhs.access.notice;

/** Carries e-mails. */
public interface MailGateway {

    /** Hands over one e-mail. Blocks until the gateway's time-outs at most. */
    Delivery send(OutgoingMail mail);
}

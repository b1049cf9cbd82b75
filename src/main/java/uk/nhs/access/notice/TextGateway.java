package uk.nhs.access.notice;

/** Carries texts to mobile phones. */
public interface TextGateway {

    /** Hands over one text. Blocks until the gateway's time-outs at most. */
    Delivery send(OutgoingText text);
}

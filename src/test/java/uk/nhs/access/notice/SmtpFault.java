package uk.nhs.access.notice;

/** What goes wrong with one connection, or one e-mail, and at which point of the conversation. */
enum SmtpFault {
    GREETING("421 double.test Service not available"),
    MAIL("451 4.3.0 Try again later"),
    RECIPIENT_UNKNOWN("550 5.1.1 <%s>: No such user here"),
    RECIPIENT_BARE("550 %s is not here"),
    RECIPIENT_RELAY("554 5.7.1 <%s>: Relay access denied"),
    RECIPIENT_LATER("451 4.7.1 <%s>: Greylisted"),
    DATA("554 5.6.0 Transaction failed"),
    /** Accepted, then cut off before the reply. */
    DROP_AFTER_DATA(""),
    /** Never answered again, from the envelope on. */
    SILENCE("");

    private final String reply;

    SmtpFault(String reply) {
        this.reply = reply;
    }

    String reply(String about) {
        return String.format(reply, about);
    }
}

package uk.nhs.access.notice;

import java.util.UUID;

/**
 * An e-mail on its way out, worded both as text and as HTML.
 *
 * @param reference the same each time this e-mail is handed over, and of no other e-mail
 * @param maybeSentBefore whether an earlier handing-over may have succeeded without our learning of it
 */
public record OutgoingMail(
        UUID reference, String address, String subject, String text, String html, boolean maybeSentBefore) {

    @Override
    public String toString() {
        return "OutgoingMail[reference=" + reference + "]";
    }
}

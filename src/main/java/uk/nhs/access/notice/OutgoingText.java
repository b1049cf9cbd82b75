package uk.nhs.access.notice;

import java.util.UUID;

/**
 * A text on its way out.
 *
 * @param reference the same each time this text is handed over, and of no other text
 * @param number in E.164
 * @param maybeSentBefore whether an earlier handing-over may have succeeded without our learning of it
 */
public record OutgoingText(UUID reference, String number, String text, boolean maybeSentBefore) {

    @Override
    public String toString() {
        return "OutgoingText[reference=" + reference + "]";
    }
}

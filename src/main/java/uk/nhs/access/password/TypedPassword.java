package uk.nhs.access.password;

import java.text.Normalizer;

/** A password as somebody typed it, however their keyboard composes its letters (NIST SP 800-63B-4, section 3.1.1.2). */
public record TypedPassword(String text) {

    public TypedPassword {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** In code points, as people count. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "TypedPassword[hidden]";
    }
}

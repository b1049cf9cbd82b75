package uk.nhs.access.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address that messages can be sent to; its domain in lower case. */
public record EmailAddress(String value) {

    /**
     * The visible characters of ASCII, less those that have a meaning in a mail header (RFC 5322, section 3.2.3). Others
     * have more than one lower case, and look like each other; a domain that has them is written in Punycode.
     */
    private static final String CHARACTER = "[!-~&&[^()<>\\[\\]:;@\\\\,\"]]";

    /** An address as callers may write it. */
    public static final String WRITTEN = CHARACTER + "{1,64}@" + CHARACTER + "{1,255}";

    private static final Pattern SHAPE = Pattern.compile(WRITTEN);

    public EmailAddress {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalStateException("Not an e-mail address");
        }
        int at = value.lastIndexOf('@');
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    /** What no two accounts share: whoever writes an address otherwise, in upper case for instance, means the same one. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** The only form that is ever shown: «a•••@nhs.net». */
    public String masked() {
        return value.charAt(0) + "•••" + value.substring(value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}

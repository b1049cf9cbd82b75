package uk.nhs.access.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organisation, as the Organisation Data Service names it: 2 to 10 letters and digits, in upper case.
 *
 * <p>Codes have had three to eight characters so far (NHS Data Dictionary, «Organisation Code»); there is room for more.
 */
public record OdsCode(String value) {

    /** A code as callers may write it. Letters of other scripts are none, even where their upper case would be. */
    public static final String WRITTEN = "[A-Za-z0-9]{2,10}";

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{2,10}");

    public OdsCode {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalStateException("Not an ODS code");
        }
    }

    /** The code that somebody wrote, or empty if it is none. */
    public static Optional<OdsCode> parse(String written) {
        return written.matches(WRITTEN) ? Optional.of(new OdsCode(written)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

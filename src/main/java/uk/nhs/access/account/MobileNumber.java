package uk.nhs.access.account;

import java.util.regex.Pattern;

/** A mobile phone number in E.164. Whether it is one that the service accepts is decided by {@link MobileNumbers}. */
public record MobileNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int SHOWN = 3;

    public MobileNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalStateException("Not a number in E.164");
        }
    }

    /** The form in which it is shown: «•••• •••123». */
    public String masked() {
        return "•••• •••" + ending();
    }

    /** What the masked form shows, for texts: the bullets would make them longer than one part. */
    public String ending() {
        return e164.substring(e164.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked();
    }
}

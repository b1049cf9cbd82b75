package uk.nhs.access.account;

import java.util.regex.Pattern;

/** A phone number in E.164: one of the UK, to which codes go, or a foreign one, to which nothing does. */
public sealed interface AnyNumber permits MobileNumber, ForeignNumber {

    Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    int SHOWN = 3;

    String e164();

    /** The form in which it is shown: «•••• •••123». */
    default String masked() {
        return "•••• •••" + ending();
    }

    /** What the masked form shows, for texts: the bullets would make them longer than one part. */
    default String ending() {
        return e164().substring(e164().length() - SHOWN);
    }
}

package uk.nhs.access.account;

import org.jspecify.annotations.Nullable;

/**
 * The person whom an account belongs to.
 *
 * @param name as it is displayed, 1 to 200 characters
 * @param organisation the organisation whose Local Administrators look after the account, if one does
 */
public record Holder(String name, @Nullable OdsCode organisation) {

    /** A name as callers may write it: something to see, and nothing that steers a terminal. */
    public static final String NAME = "(?=.*[^\\p{C}\\p{Z}])[^\\p{Cc}\\p{Cs}]{1,200}";

    private static final int LONGEST_NAME = 200;

    public Holder {
        name = name.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalStateException("A name has 1 to " + LONGEST_NAME + " characters");
        }
    }

    /** Who a person is, is no more for a log than where they are reached. */
    @Override
    public String toString() {
        return "Holder[hidden]";
    }
}

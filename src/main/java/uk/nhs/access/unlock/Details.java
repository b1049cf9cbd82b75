package uk.nhs.access.unlock;

import java.util.Locale;

/**
 * What somebody typed to be recognised by.
 *
 * @param digits the last four of the mobile number
 */
record Details(String address, String digits) {

    /** Addresses are the same in whatever case. Nothing else about them is taken for granted: neither dots nor tags. */
    Details {
        address = address.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Details[hidden]";
    }
}

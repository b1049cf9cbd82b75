package uk.nhs.access.password;

/** What a typed password is worth. Only what is right is told more of. */
public enum PasswordVerdict {
    RIGHT,
    WRONG,
    /** Right, but its year is over: it must be changed or reset. */
    EXPIRED,
    /** Right, and temporary: it opens one sign-in, at which it must be changed. */
    MUST_CHANGE,
    /** The right temporary password, but it was used before, or its time is over. */
    TEMPORARY_OVER,
    /** The account has no password here. */
    NONE
}

package uk.nhs.access.signin;

/** What a typed password opens. */
enum Outcome {
    RIGHT,
    /** Wrong, or a temporary one that was used before or is over, or there is no such account. */
    WRONG,
    /** The account is locked, whatever was typed. */
    LOCKED,
    /** The account is disabled, whatever was typed. */
    DISABLED,
    /** Right, but its year is over. */
    EXPIRED,
    /** Right, and temporary: used up now, and good for choosing another. */
    MUST_CHANGE
}

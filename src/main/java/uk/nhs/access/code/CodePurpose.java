package uk.nhs.access.code;

/** What a code may be used for. A code for one purpose is wrong for every other. */
public enum CodePurpose {
    /** Proves that a new mobile number reaches its owner. */
    PHONE_CHANGE
}

package uk.nhs.access.caller;

/** How somebody has to have signed in for what they ask. */
public enum SignIn {
    /** However they did, or not at all. */
    ANY,
    /** The password was accepted, and nothing more. */
    SECOND_STEP_OUTSTANDING,
    /** With two steps, and lately. */
    TWO_STEPS
}

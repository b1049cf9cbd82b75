package uk.nhs.access.phonechange;

/** How the person who asked for a change came in. */
public enum PhoneChangeOrigin {
    /** Signed in with two steps. */
    SIGNED_IN,
    /** At the security-code prompt, having lost the phone, by a proved recovery. */
    RECOVERY
}

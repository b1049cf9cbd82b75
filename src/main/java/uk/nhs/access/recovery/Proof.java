package uk.nhs.access.recovery;

/** How somebody proved that the account is theirs. */
public enum Proof {
    PREVIOUS_NUMBER,
    EMAIL_CODE
}

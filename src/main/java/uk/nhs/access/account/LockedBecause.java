package uk.nhs.access.account;

/** Why an account is locked: nobody signs in to it until it is unlocked. */
public enum LockedBecause {
    /** Too many wrong passwords in a row. The owner can lift this. */
    FAILED_SIGN_INS,
    /** Its organisation locked it, and only its organisation lifts that. */
    BY_ORGANISATION
}

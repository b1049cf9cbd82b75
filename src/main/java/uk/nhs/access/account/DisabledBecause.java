package uk.nhs.access.account;

/** Why an account is disabled: nobody signs in to it, and its codes are worth nothing. */
public enum DisabledBecause {
    /** A service that looks after accounts said so. */
    BY_SERVICE,
    /** Its mobile number is not of the UK. An organisation that applies one that is lifts this. */
    NON_UK_NUMBER
}

package uk.nhs.access.directory;

/** Why a directory refuses a change. */
enum Refusal {
    /** The password does not meet the rules that hold there. */
    PASSWORD_POLICY,
    /** This service has not the right to do that there. */
    NOT_ALLOWED,
    /** Several people there have this address. */
    AMBIGUOUS,
    /** The directory says no for another reason. */
    UNWILLING
}

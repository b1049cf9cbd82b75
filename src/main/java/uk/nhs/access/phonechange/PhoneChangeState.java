package uk.nhs.access.phonechange;

/** Where a change of the mobile number stands. */
public enum PhoneChangeState {
    /** The new number has to be proved by the code that was sent to it. */
    AWAITING_CODE,
    /** The number is proved; the mail system has not accepted the cancel link yet. */
    AWAITING_NOTICE,
    /** The owner was told and can cancel. */
    HELD,
    APPLIED,
    CANCELLED,
    /** The person asked again. */
    SUPERSEDED,
    /** The code was not entered in time, or no mail system accepted a notice. */
    EXPIRED
}

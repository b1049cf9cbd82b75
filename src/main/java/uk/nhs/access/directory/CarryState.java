package uk.nhs.access.directory;

/** Where a change can be: not to be carried yet, to be carried, or at one of its ends. */
enum CarryState {
    /** A temporary password whose text was not accepted yet. */
    AWAITED,
    QUEUED,
    /** The account is new to the organisation, and may not be in the directory yet. */
    WAITING_FOR_SYNC,
    DONE,
    FAILED,
    /** A newer one takes its place, or it is not wanted any more. */
    SUPERSEDED
}

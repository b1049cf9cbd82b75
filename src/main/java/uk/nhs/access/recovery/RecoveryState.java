package uk.nhs.access.recovery;

/** Where a recovery stands. */
public enum RecoveryState {
    /** Waiting for proof. */
    OPEN,
    /** Good for one phone change. */
    PROVED,
    /** Its one change was asked for. */
    USED
}

package uk.nhs.access.unlock;

/** Where an unlock stands. */
enum UnlockState {
    /** The questions were asked. */
    ASKED,
    /** All answers were right: the choice can be made. */
    PROVED,
    /** The choice was made. */
    COMPLETED
}

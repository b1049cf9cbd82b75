package uk.nhs.access.unlock;

/** Where an unlock stands. */
enum UnlockState {
    /** The questions were asked. */
    ASKED,
    /** All answers were right, or none are asked; a code by text is asked for as well. */
    AWAITING_CODE,
    /** Everything was right: the choice can be made. */
    PROVED,
    /** The choice was made. */
    COMPLETED
}

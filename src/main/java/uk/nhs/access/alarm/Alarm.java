package uk.nhs.access.alarm;

/** The reasons to wake somebody. */
public enum Alarm {
    /** A message was given up: nobody was told what it said. */
    MESSAGE_DEAD,
    /** An event was given up: a service was not told of it. */
    EVENT_DEAD,
    /** A change was not carried to the directory of an organisation, and will not be. */
    DIRECTORY_FAILED,
    /** A phone change ended because none of its notices was accepted in time. */
    NOTICE_NEVER_ACCEPTED,
    /** Changes of one account are cancelled again and again: somebody has its password, its mailbox, or both. */
    CHANGES_CANCELLED_OFTEN,
    /** Somebody stopped a channel: codes by it are refused, and notices wait. */
    CHANNEL_STOPPED,
    /** Something that fell due could not be carried out, and is tried again. */
    DUE_WORK_FAILED
}

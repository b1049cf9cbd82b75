package uk.nhs.access.notice;

/** What goes wrong with one call. */
sealed interface NotifyFault {

    /** Answered with this error instead of being looked at. */
    record Answer(int status, String error) implements NotifyFault {}

    /** Done, but never answered. */
    record Silence() implements NotifyFault {}

    /** Cut off before anything is done. */
    record Reset() implements NotifyFault {}

    /** Done, and answered with success, but in words that nobody can read. */
    record Garbage(String body) implements NotifyFault {}
}

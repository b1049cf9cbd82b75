package uk.nhs.access.directory;

/** Why a change never came to a directory. */
public enum FailedBecause {
    /** The directory has a stricter rule for passwords. Another password may do. */
    PASSWORD_POLICY,
    /** The service may not change this entry, or nothing at all there. */
    NOT_ALLOWED,
    /** Several entries have the address. */
    AMBIGUOUS,
    /** The directory says no for another reason. */
    UNWILLING,
    /** No entry has the address, though it had the time for its first sync. */
    NOT_IN_DIRECTORY,
    /** The directory did not answer for as long as the change was worth trying. */
    UNREACHABLE,
    /** A temporary password was not replaced in time: it is good for nothing any more. */
    TEMPORARY_OVER;

    static FailedBecause of(Refusal refusal) {
        return switch (refusal) {
            case PASSWORD_POLICY -> PASSWORD_POLICY;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case AMBIGUOUS -> AMBIGUOUS;
            case UNWILLING -> UNWILLING;
        };
    }
}

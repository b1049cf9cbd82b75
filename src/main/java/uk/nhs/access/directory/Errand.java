package uk.nhs.access.directory;

/** What is done for an account in the directory of its organisation. */
enum Errand {
    UNLOCK(TargetState.Action.UNLOCK),

    PASSWORD(TargetState.Action.PASSWORD),

    /** A password that nobody knows takes the place of a temporary one whose time is over. */
    REVOCATION(TargetState.Action.PASSWORD);

    private final TargetState.Action action;

    Errand(TargetState.Action action) {
        this.action = action;
    }

    /** What people are told that it is. */
    TargetState.Action action() {
        return action;
    }
}

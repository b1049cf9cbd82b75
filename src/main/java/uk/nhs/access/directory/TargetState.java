package uk.nhs.access.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far something that was done to an account has come in one of the places where it counts.
 *
 * @param holdsFrom from when on it holds at the latest, where the account waits for its first sync
 * @param reason why it failed, if it did
 */
public record TargetState(
        Target target,
        Action action,
        State state,
        @Nullable Instant holdsFrom,
        @Nullable FailedBecause reason) {

    /** The places where an account has a password and can be locked. */
    public enum Target {
        MAILBOX,
        DIRECTORY
    }

    /** What was done. */
    public enum Action {
        UNLOCK,
        PASSWORD
    }

    /** How far it has come. */
    public enum State {
        QUEUED,
        WAITING_FOR_SYNC,
        DONE,
        FAILED
    }

    static TargetState ofMailbox(Action action, State state) {
        return new TargetState(Target.MAILBOX, action, state, null, null);
    }

    /** A password that nobody knows has taken the place of the temporary one, or is about to. */
    static TargetState from(CarriedChange change) {
        Action action = change.errand().action();
        return switch (change.errand() == Errand.REVOCATION ? CarryState.SUPERSEDED : change.state()) {
            case AWAITED, QUEUED, WAITING_FOR_SYNC -> waiting(action, change.holdsFrom());
            case DONE -> new TargetState(Target.DIRECTORY, action, State.DONE, null, null);
            case FAILED -> new TargetState(Target.DIRECTORY, action, State.FAILED, null, change.reason());
            case SUPERSEDED ->
                new TargetState(Target.DIRECTORY, action, State.FAILED, null, FailedBecause.TEMPORARY_OVER);
        };
    }

    private static TargetState waiting(Action action, @Nullable Instant holdsFrom) {
        State state = holdsFrom == null ? State.QUEUED : State.WAITING_FOR_SYNC;
        return new TargetState(Target.DIRECTORY, action, state, holdsFrom, null);
    }
}

package uk.nhs.access.passwordchange;

import java.time.Instant;
import java.util.List;
import uk.nhs.access.directory.TargetState;
import uk.nhs.access.password.PasswordState;

/**
 * A password that was changed.
 *
 * @param targets where it counts, and whether it does yet
 */
record ChangedPassword(Instant setAt, Instant expiresAt, boolean mustChange, List<TargetState> targets) {

    static ChangedPassword of(PasswordState state, List<TargetState> targets) {
        return new ChangedPassword(state.setAt(), state.expiresAt(), state.mustChange(), targets);
    }
}

package uk.nhs.access.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the service. Only a right password tells anything of the account.
 *
 * @param expiresAt when the password expires or has expired, if it is the owner's own
 * @param changeBy until when a temporary password can be changed
 */
record PasswordCheck(
        Outcome outcome,
        @Nullable UUID account,
        @Nullable Instant expiresAt,
        @Nullable Instant changeBy) {

    static PasswordCheck refused(Outcome outcome) {
        return new PasswordCheck(outcome, null, null, null);
    }

    static PasswordCheck right(Outcome outcome, UUID account, Instant expiresAt) {
        return new PasswordCheck(outcome, account, expiresAt, null);
    }

    static PasswordCheck mustChange(UUID account, Instant changeBy) {
        return new PasswordCheck(Outcome.MUST_CHANGE, account, null, changeBy);
    }
}

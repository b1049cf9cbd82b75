package uk.nhs.access.password;

import java.time.Instant;

/**
 * An account's password as its owner sees it.
 *
 * @param mustChange whether it is temporary, and must be changed at the next sign-in
 */
public record PasswordState(Instant setAt, Instant expiresAt, boolean mustChange) {}

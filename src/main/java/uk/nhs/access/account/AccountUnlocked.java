package uk.nhs.access.account;

import java.time.Instant;
import java.util.UUID;

/** The lock of an account was lifted. Announced in the transaction that lifts it, with the account's row locked. */
public record AccountUnlocked(UUID account, Instant now) {}

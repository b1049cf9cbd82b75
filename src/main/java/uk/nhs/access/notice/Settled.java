package uk.nhs.access.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that somebody waits for has left, or was given up. Announced in the transaction that records it, with the
 * account's row locked.
 *
 * @param about what the message told of
 */
public record Settled(UUID account, UUID about, Instant now) {}

package uk.nhs.access.password;

import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.crypto.TemporaryPassword;

/**
 * A temporary password that sets out to its owner.
 *
 * @param id names it to whoever hears that its text was accepted or given up
 * @param goodUntil from when on it opens nothing, however late it arrives
 */
public record SentTemporary(UUID id, TemporaryPassword password, Instant goodUntil) {}

package uk.nhs.access.time;

import java.time.Instant;

/**
 * A row held until the transaction ends.
 *
 * @param now the database's time once the lock was granted, however long the wait for it was
 */
public record Locked<E>(E row, Instant now) {}

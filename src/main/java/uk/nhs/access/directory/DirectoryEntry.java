package uk.nhs.access.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;

/**
 * Somebody as a directory has them. Its instants are by the directory's own clock, in whole microseconds.
 *
 * @param passwordSetAt null if it has no password that stays: none at all, or one that must be changed first
 * @param lockedSince null if it is not locked
 */
record DirectoryEntry(
        EmailAddress address,
        @Nullable Instant passwordSetAt,
        @Nullable Instant lockedSince) {}

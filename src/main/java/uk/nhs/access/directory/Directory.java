package uk.nhs.access.directory;

import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;

/**
 * The directory of an organisation: it finds people by their e-mail address, and only by it. Its calls block, so that
 * nobody makes one in a transaction.
 */
interface Directory {

    /** Sets the password. Doing so again does no harm. */
    Outcome setPassword(EmailAddress address, String password);

    /** Lifts the lock of too many wrong passwords. Where there is none, nothing changes. */
    Outcome unlock(EmailAddress address);

    /**
     * Whether the directory takes the password as the person's own. It counts wrong ones.
     *
     * @throws DirectoryUnreachable if it cannot say
     */
    boolean accepts(EmailAddress address, String password);

    /**
     * Whom something changed of since the cursor, perhaps some of whom nothing did.
     *
     * @param cursor what the last answer said, or null for everybody
     * @throws DirectoryUnreachable if it cannot say
     */
    Changes changesSince(@Nullable String cursor);
}

package uk.nhs.access.directory;

import java.time.Instant;
import java.util.UUID;

/** What is still to be carried to the directory for an account. Whoever asks holds the lock on the account. */
interface Waiting {

    boolean password(UUID account);

    boolean unlock(UUID account);

    /** The directory knows the account. */
    void seen(UUID account, Instant now);
}

package uk.nhs.access.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;

/**
 * What is known of an account in the directory of its organisation, so that what changes there can be told from what was so
 * before, and from what this service changed there. Its instants are the directory's own, but for the lock here.
 */
@Entity
@Table(name = "directory_standing")
class Standing {

    @Id
    private UUID accountId;

    private OdsCode organisation;

    private EmailAddress address;

    private @Nullable Instant passwordSetAt;

    private @Nullable Instant newerSetAt;

    private @Nullable Instant carriedFor;

    private @Nullable Instant lockedSince;

    private @Nullable Instant lockedHereAt;

    Standing() {}

    /** Of an account that nothing is known of there yet. */
    static Standing of(UUID accountId, OdsCode organisation, EmailAddress address) {
        Standing standing = new Standing();
        standing.accountId = accountId;
        standing.begin(organisation, address);
        return standing;
    }

    /** The account has come to another organisation: what another directory said means nothing any more. */
    void begin(OdsCode another, EmailAddress known) {
        organisation = another;
        address = known;
        passwordSetAt = null;
        newerSetAt = null;
        carriedFor = null;
        lockedSince = null;
        lockedHereAt = null;
    }

    UUID accountId() {
        return accountId;
    }

    boolean isOf(OdsCode asked) {
        return organisation.equals(asked);
    }

    /** The directory has somebody by this address. */
    void findBy(EmailAddress found) {
        address = found;
    }

    EmailAddress address() {
        return address;
    }

    /** The password that is there has been for so long, and is nothing to be taken over. */
    void know(@Nullable Instant setAt) {
        passwordSetAt = setAt;
        newerSetAt = newerSetAt != null && setAt != null && !newerSetAt.isAfter(setAt) ? null : newerSetAt;
    }

    /** The password that has been the mailbox's since {@code present} is now the one there too. */
    void carry(Instant setAt, @Nullable Instant present) {
        know(setAt);
        carriedFor = present;
    }

    /** Whether the mailbox's password is the one that was carried: then whatever was set there since is newer. */
    boolean isCarried(Instant present) {
        return present.equals(carriedFor);
    }

    /** The directory says when the password was set. One that is not known yet is to be taken over, if nothing hinders. */
    void hear(@Nullable Instant setAt) {
        if (setAt != null && (passwordSetAt == null || setAt.isAfter(passwordSetAt))) {
            newerSetAt = setAt;
        }
    }

    /** When a password was set there that is not known here. */
    Optional<Instant> newerSetAt() {
        return Optional.ofNullable(newerSetAt);
    }

    /** The lock that is there is known, and has done nothing here. */
    void knowLock(@Nullable Instant since) {
        lockedSince = since;
        lockedHereAt = null;
    }

    boolean knowsLock(@Nullable Instant since) {
        return since == null ? lockedSince == null : since.equals(lockedSince);
    }

    /** The lock that is there has locked the account here too. */
    void lockHere(Instant since, Instant now) {
        lockedSince = since;
        lockedHereAt = now;
    }

    /** Whether a lock here, which is so old, comes from the directory. */
    boolean hasLocked(@Nullable Instant lockedAt) {
        return lockedHereAt != null && lockedHereAt.equals(lockedAt);
    }
}

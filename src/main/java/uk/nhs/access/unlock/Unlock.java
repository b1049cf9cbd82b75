package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.UNLOCK_EXPIRED;
import static uk.nhs.access.problem.Cid.UNLOCK_NOT_PROVED;
import static uk.nhs.access.problem.Cid.UNLOCK_STEP_DONE;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.problem.Problem;

/** One attempt to unlock an account, whether or not there is such an account. Whoever holds its token goes on with it. */
@Entity
class Unlock {

    @Id
    private UUID id;

    private byte[] tokenHash;

    private UUID subjectId;

    private String addressName;

    @Enumerated(EnumType.STRING)
    private UnlockState state;

    private Instant openedAt;

    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private @Nullable UnlockChoice choice;

    Unlock() {}

    static Unlock open(SecretToken token, Recognition whose, Instant now, Duration lifetime) {
        Unlock opened = new Unlock();
        opened.id = UUID.randomUUID();
        opened.tokenHash = token.sha256();
        opened.subjectId = whose.subject();
        opened.addressName = whose.addressName();
        opened.state = UnlockState.ASKED;
        opened.openedAt = now;
        opened.expiresAt = now.plus(lifetime);
        return opened;
    }

    /** Refuses answers that come too late, or after the right ones. */
    void requireAsked(Instant now) {
        requireTime(now);
        if (state != UnlockState.ASKED) {
            throw new Problem(UNLOCK_STEP_DONE);
        }
    }

    void prove(Instant now) {
        requireAsked(now);
        state = UnlockState.PROVED;
    }

    /** Refuses a choice that comes too early, too late or twice. */
    void requireProved(Instant now) {
        requireTime(now);
        if (state == UnlockState.COMPLETED) {
            throw new Problem(UNLOCK_STEP_DONE);
        }
        if (state != UnlockState.PROVED) {
            throw new Problem(UNLOCK_NOT_PROVED);
        }
    }

    void complete(UnlockChoice made, Instant now) {
        requireProved(now);
        state = UnlockState.COMPLETED;
        choice = made;
    }

    private void requireTime(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw new Problem(UNLOCK_EXPIRED);
        }
    }

    UUID id() {
        return id;
    }

    /** The account; or nobody, where the details were not those of an account. */
    UUID subject() {
        return subjectId;
    }

    /** Stands for the address that was typed. */
    String addressName() {
        return addressName;
    }

    UnlockState state() {
        return state;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.language.Language;
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
    private Language language;

    private @Nullable UUID codeId;

    private @Nullable MobileNumber codeNumber;

    private @Nullable Instant codeWantedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable UnlockChoice choice;

    Unlock() {}

    static Unlock open(SecretToken token, Recognition whose, UnlockState first, Instant now, Duration lifetime) {
        Unlock opened = new Unlock();
        opened.id = UUID.randomUUID();
        opened.tokenHash = token.sha256();
        opened.subjectId = whose.subject();
        opened.addressName = whose.addressName();
        opened.state = first;
        opened.language = Language.ENGLISH;
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

    boolean isAnswered() {
        return state != UnlockState.ASKED;
    }

    /** All answers are right. */
    void answered(boolean codeIsAsked, Instant now) {
        requireAsked(now);
        state = codeIsAsked ? UnlockState.AWAITING_CODE : UnlockState.PROVED;
    }

    /** Refuses what has to do with the code where none is asked for, yet or any more. */
    void requireAwaitingCode(Instant now) {
        requireTime(now);
        if (state == UnlockState.ASKED) {
            throw new Problem(UNLOCK_NOT_PROVED);
        }
        if (state != UnlockState.AWAITING_CODE) {
            throw new Problem(UNLOCK_STEP_DONE);
        }
    }

    /** A code is to be sent soon, if there is anybody to send it to. */
    void wantCode(Instant now, Language wanted) {
        requireAwaitingCode(now);
        codeWantedAt = now;
        language = wanted;
    }

    boolean wantsCode(Instant now) {
        return codeWantedAt != null && state == UnlockState.AWAITING_CODE && now.isBefore(expiresAt);
    }

    /** There is nobody to send a code to, or it would come too late. */
    void dropCodeWish() {
        codeWantedAt = null;
    }

    void codeSent(CodeBinding binding) {
        codeId = binding.code();
        codeNumber = new MobileNumber(binding.destination());
        codeWantedAt = null;
    }

    /** What the code that was sent is bound to, if one was. */
    Optional<CodeBinding> codeBinding() {
        return codeId == null || codeNumber == null
                ? Optional.empty()
                : Optional.of(new CodeBinding(codeId, CodePurpose.UNLOCK, subjectId, codeNumber.e164()));
    }

    /** The code is right. */
    void confirmed(Instant now) {
        requireAwaitingCode(now);
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

    boolean isOpenedBefore(Instant instant) {
        return openedAt.isBefore(instant);
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

    /** That of the code. */
    Language language() {
        return language;
    }

    UnlockState state() {
        return state;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}

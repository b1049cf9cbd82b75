package uk.nhs.access.password;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.language.Language;

/**
 * What opens an account together with its second step: a password that the owner chose, or a temporary one.
 *
 * <p>A temporary password waits beside the present one, which goes on working, until its text was accepted.
 */
@Entity
public class Password {

    @Id
    private UUID accountId;

    private @Nullable String hash;

    private @Nullable Instant setAt;

    @Enumerated(EnumType.STRING)
    private Language language;

    private @Nullable Instant goodUntil;

    private @Nullable Instant usedAt;

    private @Nullable Integer remindedAtDays;

    @Embedded
    private @Nullable PendingPassword pending;

    Password() {}

    /** No password yet. */
    static Password none(UUID accountId) {
        Password none = new Password();
        none.accountId = accountId;
        none.language = Language.ENGLISH;
        return none;
    }

    /**
     * The owner chose this one. Whatever was temporary, or on its way, is over.
     *
     * @param language the one that reminders of its end are written in
     */
    void replace(String chosen, Language language, Instant now) {
        this.language = language;
        begin(chosen, null, now);
        pending = null;
    }

    /** The owner chose another one elsewhere. Its text is not known here until somebody types it. */
    void replaceElsewhere(Instant at) {
        begin(null, null, at);
    }

    /** A temporary password sets out. One that was on its way is void. */
    void await(PendingPassword temporary) {
        pending = temporary;
    }

    /**
     * The temporary password has arrived, and takes the place of the present one, unless it is void, came too late or went
     * to another number than the present one.
     *
     * @param number stands for the number that codes may be sent to, or null if there is none
     */
    boolean activate(UUID temporary, @Nullable String number, Instant now) {
        PendingPassword arrived = pending;
        if (arrived == null || !arrived.id().equals(temporary)) {
            return false;
        }
        pending = null;
        if (!arrived.isWorth(number, now)) {
            return false;
        }
        begin(arrived.hash(), arrived.goodUntil(), now);
        return true;
    }

    /** The temporary password never arrived: everything stays as it is. */
    boolean voidPending(UUID temporary) {
        boolean waits = pending != null && pending.id().equals(temporary);
        pending = waits ? null : pending;
        return waits;
    }

    /** The temporary password that is on its way, if one is. */
    Optional<UUID> pending() {
        return Optional.ofNullable(pending).map(PendingPassword::id);
    }

    private void begin(@Nullable String newHash, @Nullable Instant temporaryUntil, Instant now) {
        hash = newHash;
        setAt = now;
        goodUntil = temporaryUntil;
        usedAt = null;
        remindedAtDays = null;
    }

    /** The same password, hashed as it is done today, or for the first time here. */
    void renew(String renewed) {
        hash = renewed;
    }

    /** A sign-in was opened with it. A temporary password opens no other. */
    void use(Instant now) {
        if (isTemporary()) {
            usedAt = now;
        }
    }

    /** The owner was told that so many days are left; fewer may still be told. */
    void remind(int days) {
        remindedAtDays = days;
    }

    /** What it is worth to whoever typed it rightly. */
    PasswordVerdict verdict(Duration validity, Instant now) {
        if (isTemporary()) {
            return usedAt == null && !isOver(validity, now)
                    ? PasswordVerdict.MUST_CHANGE
                    : PasswordVerdict.TEMPORARY_OVER;
        }
        return isOver(validity, now) ? PasswordVerdict.EXPIRED : PasswordVerdict.RIGHT;
    }

    /**
     * Whether knowing it is proof enough for choosing another. A temporary one is until its time is over, and then for
     * those who opened a sign-in with it, who have {@code grace} from then on.
     */
    boolean proves(Duration grace, Instant now) {
        return goodUntil == null || now.isBefore(usedAt == null ? goodUntil : usedAt.plus(grace));
    }

    private boolean isOver(Duration validity, Instant now) {
        return !now.isBefore(expiresAt(validity));
    }

    boolean isSet() {
        return setAt != null;
    }

    boolean isTemporary() {
        return goodUntil != null;
    }

    Instant since() {
        if (setAt == null) {
            throw new IllegalStateException("There is no password yet");
        }
        return setAt;
    }

    Instant expiresAt(Duration validity) {
        return goodUntil != null ? goodUntil : since().plus(validity);
    }

    Language language() {
        return language;
    }

    Optional<Integer> remindedAtDays() {
        return Optional.ofNullable(remindedAtDays);
    }

    Optional<String> hash() {
        return Optional.ofNullable(hash);
    }
}

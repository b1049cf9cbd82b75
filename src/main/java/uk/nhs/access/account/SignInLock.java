package uk.nhs.access.account;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether nobody signs in to an account, and the tries in a row that may come to that. */
@Embeddable
public class SignInLock {

    @Enumerated(EnumType.STRING)
    private @Nullable LockedBecause lockedBecause;

    private @Nullable Instant lockedAt;

    private int signInTries;

    private @Nullable Instant signInTriedAt;

    SignInLock() {}

    /** Counts a try, before its password is looked at, and says which one in a row it is. */
    public int count(Instant now) {
        signInTriedAt = now;
        return ++signInTries;
    }

    /** A try was counted whose password nobody could look at. */
    public void takeBack() {
        signInTries = Math.max(0, signInTries - 1);
    }

    /** Whoever knows the password starts afresh, and so does whoever has another one. */
    public void forget() {
        signInTries = 0;
    }

    public boolean hasTries(int most) {
        return signInTries < most;
    }

    /** Whether the last try is that old. */
    public boolean isQuietFor(Duration time, Instant now) {
        return signInTriedAt == null || !now.isBefore(signInTriedAt.plus(time));
    }

    public boolean isLocked() {
        return lockedBecause != null;
    }

    boolean lock(LockedBecause reason, Instant now) {
        boolean news = lockedBecause != reason && lockedBecause != LockedBecause.BY_ORGANISATION;
        if (news) {
            lockedBecause = reason;
            lockedAt = now;
        }
        return news;
    }

    boolean liftSignInLock() {
        return lockedBecause == LockedBecause.FAILED_SIGN_INS && unlock();
    }

    /** The tries that led there are forgotten with the lock. Where there is none, they still count. */
    boolean unlock() {
        boolean locked = isLocked();
        if (locked) {
            lockedBecause = null;
            lockedAt = null;
            forget();
        }
        return locked;
    }

    Optional<LockedBecause> because() {
        return Optional.ofNullable(lockedBecause);
    }

    Optional<Instant> since() {
        return Optional.ofNullable(lockedAt);
    }
}

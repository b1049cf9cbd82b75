package uk.nhs.access.signin;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import uk.nhs.access.crypto.KeyedHashes;
import uk.nhs.access.limit.TryLimits;
import uk.nhs.access.password.KeptPasswords;

/** Accounts that do not exist: they take as many tries as any other, and are as locked after the last of them. */
@Singleton
class UnknownAccounts {

    /** As long as anything is remembered of tries. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final TryLimits limits;
    private final KeyedHashes hashes;
    private final SignInSettings settings;

    UnknownAccounts(TryLimits limits, KeyedHashes hashes, SignInSettings settings) {
        this.limits = limits;
        this.hashes = hashes;
        this.settings = settings;
    }

    /** @param name what stood for the account; only a fingerprint of it is kept */
    Admission admit(String name) {
        String subject = "sign-in of nobody " + hashes.fingerprint("sign-in of nobody", name);
        TryLimits.Try taken = limits.take(subject, REMEMBERED, settings.failures());
        if (taken.allowed()) {
            return new Admission.Guess(nothing(), taken.left() == 0, subject);
        }
        if (limits.left(subject, REMEMBERED, lock()) == 0) {
            return new Admission.Refused(Outcome.LOCKED);
        }
        if (limits.left(subject, Admission.COMPARED_BY_THEN, 1) == 0) {
            throw Admission.stillCompared();
        }
        return new Admission.Refused(fail(subject));
    }

    /** The last guess was wrong, as all are, and locks unless one before it was taken back meanwhile. */
    Outcome fail(String subject) {
        if (limits.take(subject, REMEMBERED, lock()).left() == 0) {
            return Outcome.LOCKED;
        }
        limits.giveBack(subject);
        return Outcome.WRONG;
    }

    /** The guess was not compared. What is locked stays locked. */
    void takeBack(String subject) {
        if (limits.take(subject, REMEMBERED, lock()).allowed()) {
            limits.giveBack(subject);
            limits.giveBack(subject);
        }
    }

    /** One try more than there are stands for the lock. Taking it makes everybody else wait who asks about the same name. */
    private int lock() {
        return settings.failures() + 1;
    }

    private static KeptPasswords nothing() {
        return new KeptPasswords(UUID.randomUUID(), null, null, List.of());
    }
}

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
        return taken.allowed()
                ? new Admission.Guess(nothing(), taken.left() == 0)
                : new Admission.Refused(Outcome.LOCKED);
    }

    private static KeptPasswords nothing() {
        return new KeptPasswords(UUID.randomUUID(), null, null, List.of());
    }
}

package uk.nhs.access.passwordchange;

import static uk.nhs.access.problem.Cid.PASSWORD_TRIES_USED_UP;

import jakarta.inject.Singleton;
import uk.nhs.access.account.Account;
import uk.nhs.access.limit.TryLimits;
import uk.nhs.access.problem.Problem;

/** The guesses at an account's current password, by whoever is signed in to it. */
@Singleton
class CurrentTries {

    private final TryLimits limits;
    private final PasswordChangeSettings settings;

    CurrentTries(TryLimits limits, PasswordChangeSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Counts a guess.
     *
     * @return how many are left after it
     * @throws Problem PASSWORD_TRIES_USED_UP where none is left
     */
    int take(Account account) {
        TryLimits.Try taken = limits.take(subject(account), settings.triesWithin(), settings.tries());
        if (!taken.allowed()) {
            throw new Problem(PASSWORD_TRIES_USED_UP).with("retryAfter", taken.retryAfter());
        }
        return taken.left();
    }

    /** How many are left. */
    int left(Account account) {
        return limits.left(subject(account), settings.triesWithin(), settings.tries());
    }

    void giveBack(Account account) {
        limits.giveBack(subject(account));
    }

    void forget(Account account) {
        limits.forget(subject(account));
    }

    private static String subject(Account account) {
        return "current password of " + account.id();
    }
}

package uk.nhs.access.recovery;

import static uk.nhs.access.problem.Cid.NOT_RECOGNISED;
import static uk.nhs.access.problem.Cid.NOT_RECOGNISED_FOR_NOW;
import static uk.nhs.access.problem.Cid.PREVIOUS_NUMBER_WRONG;

import jakarta.inject.Singleton;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.Secrets;
import uk.nhs.access.limit.TryLimits;
import uk.nhs.access.problem.Problem;

/** The guesses at the number that an account's codes went to so far, over all of its recoveries. */
@Singleton
class NumberTries {

    private final TryLimits limits;
    private final RecoverySettings settings;

    NumberTries(TryLimits limits, RecoverySettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Counts a guess.
     *
     * @return how many are left after it
     * @throws Problem NOT_RECOGNISED_FOR_NOW where none is left
     */
    int take(Account account) {
        TryLimits.Try taken =
                limits.take("previous number of " + account.id(), settings.numberTriesWithin(), settings.numberTries());
        if (!taken.allowed()) {
            throw new Problem(NOT_RECOGNISED_FOR_NOW).with("retryAfter", taken.retryAfter());
        }
        return taken.left();
    }

    /** Takes the same time whatever is guessed, and whether or not the account has a number. */
    static boolean isOf(Account account, MobileNumber guess) {
        return Secrets.equal(account.mobile().map(MobileNumber::e164).orElse(""), guess.e164());
    }

    Problem wrong(int left) {
        return new Problem(left == 0 ? NOT_RECOGNISED : PREVIOUS_NUMBER_WRONG).with("attemptsLeft", left);
    }
}

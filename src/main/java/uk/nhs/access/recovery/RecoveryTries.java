package uk.nhs.access.recovery;

import static uk.nhs.access.problem.Cid.NOT_RECOGNISED;
import static uk.nhs.access.problem.Cid.NOT_RECOGNISED_FOR_NOW;
import static uk.nhs.access.problem.Cid.PREVIOUS_NUMBER_WRONG;

import jakarta.inject.Singleton;
import java.time.Duration;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.Secrets;
import uk.nhs.access.limit.TryLimits;
import uk.nhs.access.problem.Problem;

/** How often one account takes a start, and a guess at the number that its codes went to so far, over all recoveries. */
@Singleton
class RecoveryTries {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TryLimits limits;
    private final RecoverySettings settings;

    RecoveryTries(TryLimits limits, RecoverySettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Counts a start.
     *
     * @throws Problem NOT_RECOGNISED_FOR_NOW where none is left
     */
    void start(Account account) {
        take("start of a recovery of " + account.id(), HOUR, settings.inAnHour());
    }

    /**
     * Counts a guess.
     *
     * @return how many are left after it
     * @throws Problem NOT_RECOGNISED_FOR_NOW where none is left
     */
    int guess(Account account) {
        return take("previous number of " + account.id(), settings.numberTriesWithin(), settings.numberTries());
    }

    /** Takes the same time whatever is guessed, and whether or not the account has a number. */
    static boolean isOf(Account account, MobileNumber guess) {
        return Secrets.equal(account.mobile().map(MobileNumber::e164).orElse(""), guess.e164());
    }

    Problem wrong(int left) {
        return new Problem(left == 0 ? NOT_RECOGNISED : PREVIOUS_NUMBER_WRONG).with("attemptsLeft", left);
    }

    private int take(String subject, Duration window, int most) {
        TryLimits.Try taken = limits.take(subject, window, most);
        if (!taken.allowed()) {
            throw new Problem(NOT_RECOGNISED_FOR_NOW).with("retryAfter", taken.retryAfter());
        }
        return taken.left();
    }
}

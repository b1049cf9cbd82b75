package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.UNLOCK_ANSWERS_WRONG;
import static uk.nhs.access.problem.Cid.UNLOCK_CODE_WRONG;
import static uk.nhs.access.problem.Cid.UNLOCK_NOT_POSSIBLE;

import jakarta.inject.Singleton;
import java.util.List;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.problem.Problem;

/** Which ways out are open to whom. */
@Singleton
class Ways {

    private final Passwords passwords;

    Ways(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Only a lock from failed sign-ins is lifted here; an account that is not locked at all does no harm. */
    boolean areOpen(Held held) {
        return held.account().filter(Ways::areOpen).isPresent();
    }

    /**
     * The account that the choice is made for.
     *
     * @throws Problem UNLOCK_NOT_PROVED, UNLOCK_EXPIRED or UNLOCK_STEP_DONE; UNLOCK_NOT_POSSIBLE if it was disabled, or
     *     locked by its organisation, meanwhile
     */
    Account provedAccount(Held held) {
        held.unlock().requireProved(held.now());
        return held.account().filter(Ways::areOpen).orElseThrow(() -> new Problem(UNLOCK_NOT_POSSIBLE));
    }

    /** An expired password can only be reset. */
    List<UnlockChoice> choices(Held held) {
        boolean expired = passwords
                .state(held.unlock().subject())
                .filter(password -> !held.now().isBefore(password.expiresAt()))
                .isPresent();
        return expired ? List.of(UnlockChoice.RESET_PASSWORD) : List.of(UnlockChoice.values());
    }

    /** Whoever has no rounds left is told whom to ask. */
    static Problem wrong(int left) {
        return new Problem(left == 0 ? UNLOCK_NOT_POSSIBLE : UNLOCK_ANSWERS_WRONG).with("attemptsLeft", left);
    }

    static Problem wrongCode(int left) {
        return new Problem(left == 0 ? UNLOCK_NOT_POSSIBLE : UNLOCK_CODE_WRONG).with("attemptsLeft", left);
    }

    private static boolean areOpen(Account account) {
        return !account.isDisabled()
                && account.mobile().isPresent()
                && account.lockedBecause()
                        .filter(reason -> reason != LockedBecause.FAILED_SIGN_INS)
                        .isEmpty();
    }
}

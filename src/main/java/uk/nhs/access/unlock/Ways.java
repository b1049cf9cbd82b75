package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.UNLOCK_ANSWERS_WRONG;
import static uk.nhs.access.problem.Cid.UNLOCK_CODE_WRONG;
import static uk.nhs.access.problem.Cid.UNLOCK_EXPIRED;
import static uk.nhs.access.problem.Cid.UNLOCK_NOT_POSSIBLE;
import static uk.nhs.access.problem.Cid.UNLOCK_RESET_ONLY;

import jakarta.inject.Singleton;
import java.util.List;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.phonechange.PhoneChangeSettings;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.question.SecurityQuestions;

/**
 * Which ways out are open to whom.
 *
 * <p>A number that somebody else set proves nothing, and no password is sent to it, until it has stood for as long as a
 * change by the owner waits: whoever looks after an account could otherwise take it over.
 */
@Singleton
class Ways {

    private final Passwords passwords;
    private final SecurityQuestions questions;
    private final UnlockSettings settings;
    private final PhoneChangeSettings numbers;

    Ways(Passwords passwords, SecurityQuestions questions, UnlockSettings settings, PhoneChangeSettings numbers) {
        this.passwords = passwords;
        this.questions = questions;
        this.settings = settings;
        this.numbers = numbers;
    }

    /** Only a lock from failed sign-ins is lifted here; an account that is not locked at all does no harm. */
    boolean areOpen(Held held) {
        return held.account().filter(Ways::areOpen).isPresent() && (settings.questions() || !isNumberOnTrial(held));
    }

    /**
     * The account that the choice is made for.
     *
     * @throws Problem UNLOCK_NOT_PROVED, UNLOCK_EXPIRED or UNLOCK_STEP_DONE; UNLOCK_EXPIRED as well if there are other
     *     questions, or another number than the code went to, since; UNLOCK_NOT_POSSIBLE if it was disabled, locked by its organisation or given a number by somebody
     *     else meanwhile; UNLOCK_RESET_ONLY
     */
    Account provedAccount(Held held, UnlockChoice choice) {
        held.unlock().requireProved(held.now());
        if (!areOpen(held)) {
            throw new Problem(UNLOCK_NOT_POSSIBLE);
        }
        if (isOutdated(held)) {
            throw new Problem(UNLOCK_EXPIRED);
        }
        if (!choices(held).contains(choice)) {
            throw new Problem(choice == UnlockChoice.KEEP_PASSWORD ? UNLOCK_RESET_ONLY : UNLOCK_NOT_POSSIBLE);
        }
        return held.account().orElseThrow();
    }

    /**
     * An expired password can only be reset, and another one only be kept where the number is on trial.
     *
     * @throws Problem UNLOCK_NOT_POSSIBLE where neither is left
     */
    List<UnlockChoice> choices(Held held) {
        boolean expired = passwords
                .state(held.unlock().subject())
                .filter(password -> !held.now().isBefore(password.expiresAt()))
                .isPresent();
        if (!isNumberOnTrial(held)) {
            return expired ? List.of(UnlockChoice.RESET_PASSWORD) : List.of(UnlockChoice.values());
        }
        if (expired) {
            throw new Problem(UNLOCK_NOT_POSSIBLE);
        }
        return List.of(UnlockChoice.KEEP_PASSWORD);
    }

    /** Whoever has no rounds left is told whom to ask. */
    static Problem wrong(int left) {
        return new Problem(left == 0 ? UNLOCK_NOT_POSSIBLE : UNLOCK_ANSWERS_WRONG).with("attemptsLeft", left);
    }

    static Problem wrongCode(int left) {
        return new Problem(left == 0 ? UNLOCK_NOT_POSSIBLE : UNLOCK_CODE_WRONG).with("attemptsLeft", left);
    }

    /** A code is worth nothing once the number is not the account's any more. */
    static boolean codeStillReaches(Held held) {
        return held.unlock()
                .codeBinding()
                .filter(binding -> held.account()
                        .orElseThrow()
                        .mobile()
                        .map(MobileNumber::e164)
                        .filter(binding.destination()::equals)
                        .isPresent())
                .isPresent();
    }

    /** Right answers are worth nothing once their owner has set other questions, nor is a code that was right elsewhere. */
    private boolean isOutdated(Held held) {
        boolean otherQuestions = questions
                .since(held.unlock().subject())
                .filter(held.unlock()::isOpenedBefore)
                .isPresent();
        return otherQuestions || held.unlock().codeBinding().isPresent() && !codeStillReaches(held);
    }

    private boolean isNumberOnTrial(Held held) {
        return held.account()
                .filter(account -> account.isMobileOnTrial(numbers.hold(), held.now()))
                .isPresent();
    }

    private static boolean areOpen(Account account) {
        return !account.isDisabled()
                && account.mobile().isPresent()
                && account.lockedBecause()
                        .filter(reason -> reason != LockedBecause.FAILED_SIGN_INS)
                        .isEmpty();
    }
}

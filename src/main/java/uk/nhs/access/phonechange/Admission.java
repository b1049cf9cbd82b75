package uk.nhs.access.phonechange;

import static uk.nhs.access.problem.Cid.NOT_ALLOWED;
import static uk.nhs.access.problem.Cid.RECOVERY_NOT_PROVED;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.recovery.Recoveries;

/** Who may ask for a change: a person who lately signed in with two steps, or one who proved a recovery. */
@Singleton
class Admission {

    private final Callers callers;
    private final Recoveries recoveries;

    Admission(Callers callers, Recoveries recoveries) {
        this.callers = callers;
        this.recoveries = recoveries;
    }

    PhoneChangeOrigin admit(Account account, @Nullable UUID recovery, Instant now) {
        if (!callers.isRecovering()) {
            callers.requireTwoSteps(now);
            requireNone(recovery);
            return PhoneChangeOrigin.SIGNED_IN;
        }
        callers.requireSecondStepOutstanding();
        if (recovery == null) {
            throw new Problem(RECOVERY_NOT_PROVED);
        }
        recoveries.requireUsable(account, recovery, now);
        return PhoneChangeOrigin.RECOVERY;
    }

    /** Spends the recovery last: a refusal commits, and must leave it good for another try. */
    void spend(Account account, @Nullable UUID recovery, Instant now) {
        if (recovery != null) {
            recoveries.use(account, recovery, now);
        }
    }

    /** What a recovery began goes on only by a token that still could have begun it. */
    void requireGoodToken() {
        if (callers.isRecovering()) {
            callers.requireSecondStepOutstanding();
        }
    }

    /** Whoever has lost the phone sees no more than what a recovery began. */
    boolean maySee(PhoneChangeOrigin origin) {
        return !callers.isRecovering() || origin == PhoneChangeOrigin.RECOVERY;
    }

    private static void requireNone(@Nullable UUID recovery) {
        if (recovery != null) {
            throw new Problem(NOT_ALLOWED);
        }
    }
}

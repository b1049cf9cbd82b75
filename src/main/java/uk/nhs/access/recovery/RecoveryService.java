package uk.nhs.access.recovery;

import static uk.nhs.access.problem.Cid.CODES_BLOCKED;
import static uk.nhs.access.problem.Cid.CODE_TRIES_USED_UP;
import static uk.nhs.access.problem.Cid.NOT_RECOGNISED;
import static uk.nhs.access.problem.Cid.NOT_RECOGNISED_FOR_NOW;
import static uk.nhs.access.problem.Cid.RECOVERY_NO_CODE;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.code.VerificationCodes;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What somebody does at the security-code prompt who has lost the phone. */
@UseCase
class RecoveryService {

    private final Callers callers;
    private final MobileNumbers numbers;
    private final Recoveries recoveries;
    private final RecoveryTries tries;
    private final VerificationCodes codes;
    private final RecoveryTrail trail;

    RecoveryService(
            Callers callers,
            MobileNumbers numbers,
            Recoveries recoveries,
            RecoveryTries tries,
            VerificationCodes codes,
            RecoveryTrail trail) {
        this.callers = callers;
        this.numbers = numbers;
        this.recoveries = recoveries;
        this.tries = tries;
        this.codes = codes;
        this.trail = trail;
    }

    RecoveryView open() {
        Locked<Account> locked = lockAccount();
        tries.start(locked.row());
        Recovery opened = recoveries.open(locked.row(), locked.now());
        trail.opened(opened, callers.actor(), locked.now());
        return view(opened);
    }

    /** The number that codes went to so far, as proof. A guess is counted before it is compared. */
    RecoveryView previousNumber(UUID id, String typed) {
        Locked<Account> locked = lockAccount();
        Instant now = locked.now();
        Recovery recovery = recoveries.of(locked.row(), id);
        recovery.requireOpen(now);
        MobileNumber number = numbers.require(typed);
        int left = tries.guess(locked.row());
        if (!RecoveryTries.isOf(locked.row(), number)) {
            trail.refused(recovery, Proof.PREVIOUS_NUMBER, callers.actor(), now);
            throw tries.wrong(left);
        }
        return proved(recovery, Proof.PREVIOUS_NUMBER, now);
    }

    /** E-mails a code to the address that the account is known by; the same one again for as long as it is good. */
    RecoveryView emailCode(UUID id) {
        Locked<Account> locked = lockAccount();
        Instant now = locked.now();
        Recovery recovery = recoveries.of(locked.row(), id);
        recovery.requireOpen(now);
        IssuedCode code = recognised(() -> recovery.codeBinding()
                .map(binding -> codes.again(binding, Channel.EMAIL, callers.actor(), now))
                .orElseGet(() -> issue(recovery, locked)));
        trail.codeSent(recovery, code, callers.language(), now);
        return view(recovery);
    }

    RecoveryView checkEmailCode(UUID id, String guess) {
        Locked<Account> locked = lockAccount();
        Instant now = locked.now();
        Recovery recovery = recoveries.of(locked.row(), id);
        recovery.requireOpen(now);
        CodeBinding binding = recovery.codeBinding().orElseThrow(() -> new Problem(RECOVERY_NO_CODE));
        recognised(() -> {
            codes.use(binding, guess, callers.actor(), now);
            return recovery;
        });
        return proved(recovery, Proof.EMAIL_CODE, now);
    }

    /** Whoever has no tries left is told to contact support (help page «Mobile phone number», CID3001). */
    private static <T> T recognised(Supplier<T> step) {
        try {
            return step.get();
        } catch (Problem refusal) {
            if (refusal.cid() == CODE_TRIES_USED_UP) {
                throw new Problem(NOT_RECOGNISED).with("attemptsLeft", 0);
            }
            if (refusal.cid() == CODES_BLOCKED) {
                throw new Problem(NOT_RECOGNISED_FOR_NOW)
                        .with("retryAfter", refusal.facts().get("retryAfter"));
            }
            throw refusal;
        }
    }

    /** The code moves into the recovery last: a refusal commits, and must leave no code that was never issued. */
    private IssuedCode issue(Recovery recovery, Locked<Account> locked) {
        CodeBinding binding = recovery.newCodeBinding(locked.row(), locked.now());
        IssuedCode issued = codes.issue(binding, Channel.EMAIL, callers.actor(), locked.now());
        recovery.codeSent(binding);
        return issued;
    }

    private RecoveryView proved(Recovery recovery, Proof proof, Instant now) {
        recovery.prove(proof, now);
        trail.proved(recovery, proof, callers.actor(), now);
        return view(recovery);
    }

    private Locked<Account> lockAccount() {
        callers.requireSecondStepOutstanding();
        Locked<Account> locked = callers.lockAccount();
        locked.row().requireEnabled();
        return locked;
    }

    private RecoveryView view(Recovery recovery) {
        return RecoveryView.from(
                recovery,
                recovery.codeBinding()
                        .map(binding -> codes.findById(binding.code()))
                        .orElse(null));
    }
}

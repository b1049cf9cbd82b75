package uk.nhs.access.unlock;

import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.code.VerificationCodes;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;

/** Sends the codes that were asked for. Whoever asked has had the answer before: nothing of it shows whether one was sent. */
@UseCase
class UnlockCodes {

    private final Unlocks unlocks;
    private final VerificationCodes codes;
    private final Ways ways;
    private final UnlockTrail trail;

    UnlockCodes(Unlocks unlocks, VerificationCodes codes, Ways ways, UnlockTrail trail) {
        this.unlocks = unlocks;
        this.codes = codes;
        this.ways = ways;
        this.trail = trail;
    }

    /** Whoever was faster leaves nothing to do. What cannot be sent yet is tried again until the end of the unlock. */
    void send(UUID id) {
        Held held = unlocks.hold(id);
        if (!held.unlock().wantsCode(held.now()) || !ways.areOpen(held)) {
            held.unlock().dropCodeWish();
            return;
        }
        try {
            send(held, held.account().orElseThrow());
        } catch (Problem notYet) {
            // the one before is too young, or the channel is closed: nobody may learn that there is somebody to send to
        }
    }

    private void send(Held held, Account account) {
        CodeBinding binding = CodeBinding.fresh(
                CodePurpose.UNLOCK,
                account.id(),
                account.mobile().map(MobileNumber::e164).orElseThrow(),
                held.now());
        IssuedCode code = codes.issue(binding, Channel.TEXT, Actor.SERVICE_ITSELF, held.now());
        held.unlock().codeSent(binding);
        trail.codeSent(held, code, binding, held.unlock().language());
    }
}

package uk.nhs.access.verification;

import static uk.nhs.access.problem.Cid.ACCOUNT_UNKNOWN;
import static uk.nhs.access.problem.Cid.CODE_UNKNOWN;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.caller.Caller;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.code.VerificationCode;
import uk.nhs.access.code.VerificationCodes;
import uk.nhs.access.limit.SendLimits;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Locked;

/** What other services do with codes: have one sent, follow it, have it checked, have it sent again. */
@UseCase
class VerificationCodeService {

    private final Callers callers;
    private final Accounts accounts;
    private final Verifications verifications;
    private final VerificationCodes codes;
    private final SendLimits limits;
    private final VerificationTrail trail;

    VerificationCodeService(
            Callers callers,
            Accounts accounts,
            Verifications verifications,
            VerificationCodes codes,
            SendLimits limits,
            VerificationTrail trail) {
        this.callers = callers;
        this.accounts = accounts;
        this.verifications = verifications;
        this.codes = codes;
        this.limits = limits;
        this.trail = trail;
    }

    VerificationCodeView issue(UUID account, CodePurpose purpose, Channel channel) {
        Locked<Account> locked = accounts.lockIfKnown(account).orElseThrow(() -> new Problem(ACCOUNT_UNKNOWN));
        locked.row().requireEnabled();
        purpose.requireAllowed(channel);
        Instant now = locked.now();
        Caller service = callers.current();
        Destination to = Destination.of(locked.row(), channel);
        CodeBinding binding = CodeBinding.fresh(purpose, account, to.value(), now);
        IssuedCode code = codes.issue(binding, channel, service.asService(), now);
        Verification begun = Verification.begin(binding, service.subject(), to);
        verifications.persist(begun);
        return view(begun, locked.row(), trail.issued(begun, code, now));
    }

    /** Nothing is locked: what is known of an old code may be removed meanwhile, or its message before it. */
    VerificationCodeView read(UUID id) {
        Account account = accounts.findById(ownerOf(id));
        Verification sent = verifications.known(id);
        return view(sent, account, trail.message(sent).orElseThrow(() -> new Problem(CODE_UNKNOWN)));
    }

    /** Uses the code up if it is right. */
    VerifiedCode check(UUID id, String guess) {
        Locked<Account> locked = lockAccountOf(id);
        Instant now = locked.now();
        Verification verification = verifications.known(id);
        verification.requireStillReaches(locked.row());
        codes.use(verification.binding(), guess, callers.current().asService(), now);
        trail.accepted(verification, now);
        return VerifiedCode.from(verification, now);
    }

    /** Sends the same code once more, or another one over another channel. Tries that were used stay used. */
    VerificationCodeView resend(UUID id, Optional<Channel> wanted) {
        Locked<Account> locked = lockAccountOf(id);
        Instant now = locked.now();
        Verification sent = verifications.known(id);
        sent.requireStillReaches(locked.row());
        Channel channel = wanted.orElse(sent.destination().channel());
        IssuedCode code = channel == sent.destination().channel()
                ? codes.again(sent.binding(), channel, callers.current().asService(), now)
                : move(sent, locked, channel);
        return view(sent, locked.row(), trail.resent(sent, code, now));
    }

    /** The code moves last: a refusal commits, and must leave it where it was. */
    private IssuedCode move(Verification sent, Locked<Account> locked, Channel channel) {
        sent.purpose().requireAllowed(channel);
        Destination next = Destination.of(locked.row(), channel);
        IssuedCode code =
                codes.move(sent.bindingAt(next), channel, callers.current().asService(), locked.now());
        sent.move(next);
        return code;
    }

    private Locked<Account> lockAccountOf(UUID id) {
        Locked<Account> locked = verifications
                .lockAccountOf(id, callers.current().subject())
                .orElseThrow(() -> new Problem(CODE_UNKNOWN));
        locked.row().requireEnabled();
        return locked;
    }

    private UUID ownerOf(UUID id) {
        return verifications.accountOf(id, callers.current().subject()).orElseThrow(() -> new Problem(CODE_UNKNOWN));
    }

    private VerificationCodeView view(Verification sent, Account account, Outbox.Latest message) {
        VerificationCode code = codes.findByIdOptional(sent.id()).orElseThrow(() -> new Problem(CODE_UNKNOWN));
        return VerificationCodeView.from(sent, code, account, message.delivery(), limits.next(message.queuedAt()));
    }
}

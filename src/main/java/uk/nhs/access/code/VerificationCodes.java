package uk.nhs.access.code;

import static uk.nhs.access.problem.Cid.CODE_WRONG;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.crypto.KeyedHashes;
import uk.nhs.access.crypto.Sealer;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent.CodeRefused;
import uk.nhs.access.limit.SendLimits;
import uk.nhs.access.problem.Problem;

/** All security codes. Whoever calls holds the lock on the code's account, so that guesses come one after another. */
@ApplicationScoped
public class VerificationCodes implements PanacheRepositoryBase<VerificationCode, UUID> {

    private static final String USE = "verification code";

    private final CodeSettings settings;
    private final KeyedHashes hashes;
    private final Sealer sealer;
    private final CodeBlocks blocks;
    private final SendLimits limits;
    private final History history;

    VerificationCodes(
            CodeSettings settings,
            KeyedHashes hashes,
            Sealer sealer,
            CodeBlocks blocks,
            SendLimits limits,
            History history) {
        this.settings = settings;
        this.hashes = hashes;
        this.sealer = sealer;
        this.blocks = blocks;
        this.limits = limits;
        this.history = history;
    }

    /**
     * Issues a code that is to be sent by text.
     *
     * @throws Problem CODES_BLOCKED or CODE_SENT_TOO_OFTEN
     */
    public IssuedCode issueForText(CodeBinding binding, Actor actor, Instant now) {
        return issue(binding, actor, now, settings.textValidity());
    }

    /**
     * The same code once more, for as long as it was good already.
     *
     * @throws Problem as when it is issued, or CODE_EXPIRED or CODE_TRIES_USED_UP
     */
    public IssuedCode again(CodeBinding binding, Actor actor, Instant now) {
        VerificationCode issued = findById(binding.code());
        issued.requireUsable(now);
        requireMaySend(binding, actor, now);
        String digits = sealer.open(issued.id(), issued.code());
        return new IssuedCode(issued.id(), new SecurityCode(digits), issued.expiresAt());
    }

    /**
     * Uses the code up if {@code guess} is right.
     *
     * @throws Problem CODE_WRONG, CODE_EXPIRED, CODE_TRIES_USED_UP or CODES_BLOCKED; a wrong guess has counted by then
     */
    public void use(CodeBinding binding, String guess, Actor actor, Instant now) {
        VerificationCode issued = findById(binding.code());
        CodeBlock block = blocks.of(binding.account(), binding.purpose());
        block.requireNotBlocked(now);
        issued.count(now);
        block.countWrong(now, settings);
        if (!hashes.matches(issued.hash(), USE, binding.fields(guess))) {
            history.record(
                    binding.account(),
                    actor,
                    new CodeRefused(issued.id(), binding.purpose().name()),
                    now);
            throw new Problem(CODE_WRONG).with("attemptsLeft", issued.triesLeft());
        }
        issued.use(now);
        block.countRight();
    }

    /** The code is good for nothing any more. */
    public void withdraw(UUID id, Instant now) {
        findById(id).withdraw(now);
    }

    private IssuedCode issue(CodeBinding binding, Actor actor, Instant now, Duration validity) {
        requireMaySend(binding, actor, now);
        SecurityCode code = SecurityCode.random(settings.digits());
        VerificationCode issued = VerificationCode.issue(
                binding,
                hashes.hash(USE, binding.fields(code.digits())),
                sealer.seal(binding.code(), code.digits()),
                settings.tries(),
                now,
                now.plus(validity));
        persist(issued);
        return new IssuedCode(issued.id(), code, issued.expiresAt());
    }

    private void requireMaySend(CodeBinding binding, Actor actor, Instant now) {
        blocks.of(binding.account(), binding.purpose()).requireNotBlocked(now);
        limits.take(binding.account(), binding.destination(), actor);
    }
}

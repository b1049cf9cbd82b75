package uk.nhs.access.code;

import static uk.nhs.access.problem.Cid.CODE_WRONG;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent.CodeRefused;
import uk.nhs.access.limit.SendLimits;
import uk.nhs.access.notice.Outbox;
import uk.nhs.access.problem.Problem;

/** All security codes. Whoever calls holds the lock on the code's account, so that guesses come one after another. */
@ApplicationScoped
public class VerificationCodes implements PanacheRepositoryBase<VerificationCode, UUID> {

    private final CodeSettings settings;
    private final CodeSecrets secrets;
    private final CodeBlocks blocks;
    private final SendLimits limits;
    private final Outbox outbox;
    private final History history;
    private final CodeCount count;

    VerificationCodes(
            CodeSettings settings,
            CodeSecrets secrets,
            CodeBlocks blocks,
            SendLimits limits,
            Outbox outbox,
            History history,
            CodeCount count) {
        this.settings = settings;
        this.secrets = secrets;
        this.blocks = blocks;
        this.limits = limits;
        this.outbox = outbox;
        this.history = history;
        this.count = count;
    }

    /**
     * Issues a code, which ends the older one of the same account and purpose.
     *
     * @throws Problem CHANNEL_NOT_ALLOWED, CODES_BLOCKED, CODE_SENT_TOO_OFTEN or CHANNEL_CLOSED
     */
    public IssuedCode issue(CodeBinding binding, Channel channel, Actor actor, Instant now) {
        binding.purpose().requireAllowed(channel);
        CodesSoFar before = blocks.withOpenCode(binding.account(), binding.purpose());
        before.requireNotBlocked(now);
        take(binding, channel, actor);
        before.open().ifPresent(older -> withdrawOlder(older, now));
        SecurityCode code = SecurityCode.random(settings.digits());
        Instant expiresAt = now.plus(validity(channel));
        persist(VerificationCode.issue(
                binding, secrets.hash(binding, code), secrets.seal(binding, code), settings.tries(), now, expiresAt));
        return new IssuedCode(binding.code(), code, expiresAt);
    }

    /**
     * The same code once more, for as long as it was good already.
     *
     * @throws Problem CODES_BLOCKED, CODE_SENT_TOO_OFTEN, CHANNEL_CLOSED, CODE_EXPIRED or CODE_TRIES_USED_UP
     */
    public IssuedCode again(CodeBinding binding, Channel channel, Actor actor, Instant now) {
        VerificationCode issued = findById(binding.code());
        issued.requireUsable(now);
        requireMaySend(binding, channel, actor, now);
        return new IssuedCode(issued.id(), secrets.open(binding, issued.code()), issued.expiresAt());
    }

    /**
     * Another code in place of one that is still good, for another destination. Tries that were used stay used.
     *
     * @throws Problem as when it is issued, or sent again
     */
    public IssuedCode move(CodeBinding binding, Channel channel, Actor actor, Instant now) {
        binding.purpose().requireAllowed(channel);
        VerificationCode issued = findById(binding.code());
        issued.requireUsable(now);
        requireMaySend(binding, channel, actor, now);
        SecurityCode code = SecurityCode.random(settings.digits());
        Instant expiresAt = now.plus(validity(channel));
        outbox.withdraw(issued.id(), now);
        issued.renew(secrets.hash(binding, code), secrets.seal(binding, code), now, expiresAt);
        return new IssuedCode(issued.id(), code, expiresAt);
    }

    /**
     * Uses the code up if {@code guess} is right.
     *
     * @throws Problem CODE_WRONG, CODE_EXPIRED, CODE_TRIES_USED_UP or CODES_BLOCKED; a wrong guess has counted by then
     */
    public void use(CodeBinding binding, String guess, Actor actor, Instant now) {
        try {
            compare(binding, guess, actor, now);
            count.right(binding.purpose());
        } catch (Problem refused) {
            count.refused(binding.purpose(), refused.cid());
            throw refused;
        }
    }

    private void compare(CodeBinding binding, String guess, Actor actor, Instant now) {
        CodesSoFar before = blocks.withCode(binding.code(), binding.account(), binding.purpose());
        VerificationCode issued = before.open().orElseThrow();
        CodeBlock block = before.blockOrNew(binding, now);
        block.requireNotBlocked(now);
        issued.count(now);
        block.countWrong(now, settings);
        if (!secrets.matches(issued.hash(), binding, guess)) {
            blocks.persist(block);
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

    private Duration validity(Channel channel) {
        return channel == Channel.TEXT ? settings.textValidity() : settings.emailValidity();
    }

    private void requireMaySend(CodeBinding binding, Channel channel, Actor actor, Instant now) {
        blocks.of(binding.account(), binding.purpose()).ifPresent(block -> block.requireNotBlocked(now));
        take(binding, channel, actor);
    }

    private void take(CodeBinding binding, Channel channel, Actor actor) {
        limits.take(binding.account(), binding.purpose(), channel, binding.destination(), actor);
        count.sent(binding.purpose(), channel);
    }

    /** Written out at once: the database allows one open code, and the next one is about to be added. */
    private void withdrawOlder(VerificationCode older, Instant now) {
        older.withdraw(now);
        outbox.withdraw(older.id(), now);
        flush();
    }
}

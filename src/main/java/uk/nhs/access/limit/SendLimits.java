package uk.nhs.access.limit;

import static uk.nhs.access.problem.Cid.CHANNEL_CLOSED;
import static uk.nhs.access.problem.Cid.CODE_SENT_TOO_OFTEN;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.channel.ChannelSettings;
import uk.nhs.access.crypto.KeyedHashes;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.WholeSeconds;

/**
 * Holds sending to its limits. They slide: no stretch of time, wherever it begins, sees more than its number.
 *
 * <p>Destinations are kept as keyed hashes, so that the table is no list of numbers.
 */
@ApplicationScoped
public class SendLimits {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final LimitSettings settings;
    private final ChannelSettings channels;
    private final KeyedHashes hashes;
    private final Windows windows;
    private final QuotaHeaders headers;

    SendLimits(
            LimitSettings settings,
            ChannelSettings channels,
            KeyedHashes hashes,
            Windows windows,
            QuotaHeaders headers) {
        this.settings = settings;
        this.channels = channels;
        this.hashes = hashes;
        this.windows = windows;
        this.headers = headers;
    }

    /**
     * Counts one sending against all of its limits, or against none of them and refuses it.
     *
     * @param purpose what the message is for; for one account only what is for the same must lie {@code apart}
     * @param destination the number or address that is sent to
     * @param actor whoever asks for it; counted by network address, except a service, which asks for everybody
     * @throws Problem CODE_SENT_TOO_OFTEN, or CHANNEL_CLOSED while nothing can be sent by the channel to anybody
     */
    public void take(UUID account, Enum<?> purpose, Channel channel, String destination, Actor actor) {
        List<Rule> forAccount = forSubject("for " + account, purpose.name(), false);
        List<Rule> rules = new ArrayList<>(forAccount);
        rules.addAll(forSubject("to " + hashes.fingerprint("send limit", destination), "", true));
        if (actor.address() != null && actor.kind() != Actor.Kind.SERVICE) {
            rules.add(
                    new Rule("client", "by " + Network.of(actor.address()), HOUR, settings.inAnHourByAddress(), false));
        }
        Sending sending = windows.take(channel, rules);
        if (sending.closed()) {
            Duration wait = Objects.requireNonNullElse(sending.pause(), channels.retryStopped());
            throw new Problem(CHANNEL_CLOSED).with("channel", channel).with("retryAfter", WholeSeconds.of(wait));
        }
        headers.tell(sending.quotas().subList(0, forAccount.size()));
        if (!Duration.ZERO.equals(sending.pause())) {
            throw new Problem(CODE_SENT_TOO_OFTEN).with("retryAfter", WholeSeconds.of(sending.toldWait()));
        }
    }

    /** The earliest time for another sending after one at {@code sent}, in whole seconds as the waits are. */
    public Instant next(Instant sent) {
        return WholeSeconds.of(sent.plus(settings.apart()));
    }

    /** What somebody needs two codes for in one journey is no repetition: its second code need not wait. */
    private List<Rule> forSubject(String subject, String purpose, boolean shared) {
        return List.of(
                new Rule("apart", (subject + " " + purpose).strip(), settings.apart(), 1, shared),
                new Rule("ten-minutes", subject, TEN_MINUTES, settings.inTenMinutes(), shared),
                new Rule("hour", subject, HOUR, settings.inAnHour(), shared),
                new Rule("day", subject, DAY, settings.inADay(), shared));
    }
}

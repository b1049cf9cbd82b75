package uk.nhs.access.limit;

import static uk.nhs.access.problem.Cid.CHANNEL_CLOSED;
import static uk.nhs.access.problem.Cid.CODE_SENT_TOO_OFTEN;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.channel.ChannelSettings;
import uk.nhs.access.crypto.KeyedHashes;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.WholeSeconds;

/**
 * Holds sending to its limits. They slide: no stretch of time, wherever it begins, sees more than its number.
 *
 * <p>Destinations are kept as keyed hashes, so that the table is no list of numbers. It counts {@code
 * access_send_limits_hit_total}.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@ApplicationScoped
public class SendLimits {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String METRIC = "access.send.limits.hit";
    private static final String APART = "apart";
    private static final String IN_TEN_MINUTES = "ten-minutes";
    private static final String IN_AN_HOUR = "hour";
    private static final String IN_A_DAY = "day";
    private static final String BY_CLIENT = "client";

    private final LimitSettings settings;
    private final ChannelSettings channels;
    private final KeyedHashes hashes;
    private final Windows windows;
    private final QuotaHeaders headers;
    private final MeterRegistry metrics;

    SendLimits(
            LimitSettings settings,
            ChannelSettings channels,
            KeyedHashes hashes,
            Windows windows,
            QuotaHeaders headers,
            MeterRegistry metrics) {
        this.settings = settings;
        this.channels = channels;
        this.hashes = hashes;
        this.windows = windows;
        this.headers = headers;
        this.metrics = metrics;
        Stream.of(APART, IN_TEN_MINUTES, IN_AN_HOUR, IN_A_DAY, BY_CLIENT)
                .forEach(limit -> metrics.counter(METRIC, "limit", limit));
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
            rules.add(new Rule(
                    BY_CLIENT, "by " + Network.of(actor.address()), HOUR, settings.inAnHourByAddress(), false));
        }
        Sending sending = windows.take(channel, rules);
        if (sending.closed()) {
            Duration wait = Objects.requireNonNullElse(sending.pause(), channels.retryStopped());
            throw new Problem(CHANNEL_CLOSED).with("channel", channel).with("retryAfter", WholeSeconds.of(wait));
        }
        headers.tell(sending.quotas().subList(0, forAccount.size()));
        if (!Duration.ZERO.equals(sending.pause())) {
            sending.limitsHit()
                    .forEach(limit -> metrics.counter(METRIC, "limit", limit).increment());
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
                new Rule(APART, (subject + " " + purpose).strip(), settings.apart(), 1, shared),
                new Rule(IN_TEN_MINUTES, subject, TEN_MINUTES, settings.inTenMinutes(), shared),
                new Rule(IN_AN_HOUR, subject, HOUR, settings.inAnHour(), shared),
                new Rule(IN_A_DAY, subject, DAY, settings.inADay(), shared));
    }
}

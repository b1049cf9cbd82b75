package uk.nhs.access.limit;

import static uk.nhs.access.problem.Cid.CODE_SENT_TOO_OFTEN;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.crypto.KeyedHashes;
import uk.nhs.access.problem.Problem;

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
    private final KeyedHashes hashes;
    private final Windows windows;

    SendLimits(LimitSettings settings, KeyedHashes hashes, Windows windows) {
        this.settings = settings;
        this.hashes = hashes;
        this.windows = windows;
    }

    /**
     * Counts one sending against all of its limits, or against none of them and refuses it.
     *
     * @param destination the number or address that is sent to
     * @param actor whoever asks for it; counted by network address, except a service, which asks for everybody
     */
    public void take(UUID account, String destination, Actor actor) {
        String hashed = hashes.fingerprint("send limit", destination);
        List<Rule> rules = Stream.of(
                        forSubject("to " + hashed),
                        forSubject("for " + account),
                        Stream.ofNullable(actor.address())
                                .filter(client -> actor.kind() != Actor.Kind.SERVICE)
                                .map(client ->
                                        new Rule("by " + Network.of(client), HOUR, settings.inAnHourByAddress())))
                .flatMap(Function.identity())
                .toList();
        windows.take(rules).ifPresent(wait -> {
            throw new Problem(CODE_SENT_TOO_OFTEN).with("retryAfter", Windows.wholeSeconds(wait));
        });
    }

    /** The earliest time for another sending after one at {@code sent}, in whole seconds as the waits are. */
    public Instant next(Instant sent) {
        return sent.plus(settings.apart()).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    }

    private Stream<Rule> forSubject(String subject) {
        return Stream.of(
                new Rule(subject, settings.apart(), 1),
                new Rule(subject, TEN_MINUTES, settings.inTenMinutes()),
                new Rule(subject, HOUR, settings.inAnHour()),
                new Rule(subject, DAY, settings.inADay()));
    }
}

package uk.nhs.access.limit;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for one sending.
 *
 * @param closed whether the channel takes nothing at present
 * @param pause how long until it can be had; zero when it was, null when nobody can say
 * @param quotas what each rule leaves; none while the channel is closed
 */
record Sending(boolean closed, @Nullable Duration pause, List<Quota> quotas) {

    static Sending from(Object[] answer, List<Rule> rules) {
        boolean closed = (Boolean) answer[0];
        Duration pause = answer[1] == null ? null : Duration.ofMillis(((Number) answer[1]).longValue());
        return new Sending(
                closed, pause, closed ? List.of() : quotas(rules, (Integer[]) answer[2], (Long[]) answer[3]));
    }

    /**
     * What to wait for. Where what others did decides, it is the whole window: the rest of it would tell when they did it.
     */
    Duration toldWait() {
        Duration own = longest(quota -> !quota.rule().shared(), Quota::reset);
        Duration others = longest(
                quota -> quota.rule().shared() && quota.reset().compareTo(own) > 0,
                quota -> quota.rule().window());
        return own.compareTo(others) > 0 ? own : others;
    }

    /** The names of the limits that left nothing, each once. */
    Set<String> limitsHit() {
        return quotas.stream()
                .filter(quota -> quota.remaining() == 0)
                .map(quota -> quota.rule().name())
                .collect(toSet());
    }

    private Duration longest(Predicate<Quota> which, Function<Quota, Duration> wait) {
        return quotas.stream()
                .filter(quota -> quota.remaining() == 0)
                .filter(which)
                .map(wait)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static List<Quota> quotas(List<Rule> rules, Integer[] remaining, Long[] resets) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new Quota(rules.get(i), remaining[i], Duration.ofMillis(resets[i])))
                .toList();
    }
}

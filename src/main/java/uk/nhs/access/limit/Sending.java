package uk.nhs.access.limit;

import java.time.Duration;
import java.util.List;
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

    private static List<Quota> quotas(List<Rule> rules, Integer[] remaining, Long[] resets) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new Quota(rules.get(i), remaining[i], Duration.ofMillis(resets[i])))
                .toList();
    }
}

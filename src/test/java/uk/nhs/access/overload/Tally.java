package uk.nhs.access.overload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of many requests. Only one thread counts. */
final class Tally {

    private final List<Long> took = new ArrayList<>();
    private final Map<String, Integer> failed = new TreeMap<>();
    private int turnedAway;
    private int mostAtOnce;
    private final long began = System.nanoTime();
    private long lastOffered;
    private double seconds;

    void offered(long nanoTime, int atOnce) {
        lastOffered = nanoTime;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
    }

    void done(long nanoseconds) {
        took.add(nanoseconds);
    }

    void turnedAway() {
        turnedAway++;
    }

    void failed(String how) {
        failed.merge(how, 1, Integer::sum);
    }

    /** It is over, after that time. */
    Tally over(long nanoseconds) {
        seconds = nanoseconds / 1e9;
        return this;
    }

    /** How long ago nothing more was offered. */
    Duration sinceLastOffered() {
        return Duration.ofNanos(System.nanoTime() - lastOffered);
    }

    /** How many have come to an end, in whichever way. */
    int ended() {
        return took.size()
                + turnedAway
                + failed.values().stream().mapToInt(count -> count).sum();
    }

    /** The most that were under way at the same time. */
    int mostAtOnce() {
        return mostAtOnce;
    }

    /** Requests that came in a second, until the last of them came. */
    double offeredInASecond() {
        return ended() / ((lastOffered - began) / 1e9);
    }

    int countOfTurnedAway() {
        return turnedAway;
    }

    /** Answers that nobody should be given, and answers that never came, with how many there were of each. */
    Map<String, Integer> failures() {
        return failed;
    }

    /** Requests that were worked on, in a second. */
    double speed() {
        return took.size() / seconds;
    }

    /** The time in which that share of those that were worked on were answered. */
    Duration within(double share) {
        List<Long> sorted = took.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get((int) (share * (sorted.size() - 1))));
    }

    @Override
    public String toString() {
        return "%d offered, %.0f/s, %d at once: %.0f/s done (50 %% within %d ms, 99 %% within %d ms), %d turned away, failed %s"
                .formatted(
                        ended(),
                        offeredInASecond(),
                        mostAtOnce,
                        speed(),
                        within(0.5).toMillis(),
                        within(0.99).toMillis(),
                        turnedAway,
                        failed);
    }
}

package uk.nhs.access.unlock;

import java.util.Arrays;

/** The test of Mann and Whitney: whether two samples can be of one distribution, whatever it is. */
final class Ranks {

    private Ranks() {}

    /** The probability that two samples of one distribution differ by so much, in the normal approximation. */
    static double probability(long[] one, long[] other) {
        double expected = one.length * (double) other.length / 2;
        double deviation = Math.sqrt(one.length * (double) other.length * (one.length + other.length + 1) / 12);
        return 2 * (1 - normal(Math.abs(wins(one, other) - expected) / deviation));
    }

    /** How often one of the first sample is greater than one of the second; where they are equal, a half. */
    private static double wins(long[] one, long[] other) {
        long[] sorted = other.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (long value : one) {
            wins += (below(sorted, value) + below(sorted, value + 1)) / 2.0;
        }
        return wins;
    }

    private static int below(long[] sorted, long value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The distribution function of the normal distribution (Abramowitz and Stegun, 26.2.17). */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    }

    static long median(long[] sample) {
        long[] sorted = sample.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

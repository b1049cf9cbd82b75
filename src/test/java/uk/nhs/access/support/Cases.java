package uk.nhs.access.support;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Cases that are made up anew in every run. One that breaks its rule names its seed; {@code -Dcases.seed=<seed>} makes the
 * same one again, and no other.
 */
public final class Cases {

    private static final String SEED = "cases.seed";
    private static final String MOST = "cases.most";

    private Cases() {}

    /** Holds {@code rule} against so many cases; against fewer where {@code -Dcases.most=<number>} says so. */
    public static void each(int cases, Consumer<Chance> rule) {
        Long again = Long.getLong(SEED);
        if (again != null) {
            hold(again, rule);
            return;
        }
        Random seeds = new Random();
        int most = Integer.getInteger(MOST, cases);
        for (int i = 0; i < Math.min(cases, most); i++) {
            hold(seeds.nextLong(), rule);
        }
    }

    private static void hold(long seed, Consumer<Chance> rule) {
        try {
            rule.accept(new Chance(seed));
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("-D" + SEED + "=" + seed + " breaks the rule: " + broken.getMessage(), broken);
        }
    }
}

package uk.nhs.access.support;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Cases that are made up anew in every run. One that breaks its rule names its seed; {@code -Dcases.seed=<seed>} makes the
 * same one again, and no other.
 */
public final class Cases {

    private static final String SEED = "cases.seed";

    private Cases() {}

    /** Holds {@code rule} against so many cases. */
    public static void each(int cases, Consumer<Chance> rule) {
        Long again = Long.getLong(SEED);
        if (again != null) {
            hold(again, rule);
            return;
        }
        Random seeds = new Random();
        for (int i = 0; i < cases; i++) {
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

package uk.nhs.access.trust;

import java.util.concurrent.atomic.AtomicInteger;

/** How many of the next that commit are to lose their connection, before it or after it, and how many have. */
final class CommitCuts {

    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger unheard = new AtomicInteger();

    void before(int times) {
        before.set(times);
    }

    void after(int times) {
        after.set(times);
    }

    void end() {
        before(0);
        after(0);
    }

    /** Whether the one that commits now never comes to it. */
    boolean strikeBefore() {
        return strikes(before, lost);
    }

    /** Whether the one that commits now never hears of it. */
    boolean strikeAfter() {
        return strikes(after, unheard);
    }

    int lost() {
        return lost.get();
    }

    int unheard() {
        return unheard.get();
    }

    private static boolean strikes(AtomicInteger left, AtomicInteger struck) {
        boolean strikes = left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
        struck.addAndGet(strikes ? 1 : 0);
        return strikes;
    }
}

package uk.nhs.access.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Strikes until it is enough: the replicas in one row, all that is around them in another. */
final class Faults {

    private static final int MOST_TIMES_AS_LONG = 6;
    private static final List<Fault> MORE_KILLS = Collections.nCopies(8, Fault.KILL);
    private static final List<Fault> MORE_CRASHES = Collections.nCopies(2, Fault.DATABASE_CRASH);

    private final Stage stage;
    private final Plan plan;
    private final Map<Fault, Integer> struck = Collections.synchronizedMap(new EnumMap<>(Fault.class));
    private final long end;
    private final long latest;

    Faults(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        long start = System.nanoTime();
        this.end = start + plan.faults().toNanos();
        this.latest = start + MOST_TIMES_AS_LONG * plan.faults().toNanos();
    }

    /**
     * For as long as is planned, and longer where each kind has not struck yet, or a busy machine has not come back from as many
     * kills as are planned.
     */
    void strike() {
        ExecutorService rows = Executors.newFixedThreadPool(2);
        Future<?> replicas = rows.submit(() -> strike(Fault.Where.REPLICAS, MORE_KILLS, new Random(plan.seed())));
        Future<?> around = rows.submit(() -> strike(Fault.Where.AROUND, MORE_CRASHES, new Random(plan.seed() + 1)));
        try {
            replicas.get();
            around.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            end(rows);
        }
    }

    /** What one of them starts again after the end of the run would be left running. */
    private static void end(ExecutorService rows) {
        rows.shutdownNow();
        try {
            rows.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often each of them struck; of what strikes at COMMIT, how many of these it struck. */
    Map<Fault, Integer> struck() {
        return struck;
    }

    private boolean goOn(Fault.Where where) {
        long now = System.nanoTime();
        return now < end || now < latest && (stage.kills() < plan.kills() || !isDealt(where));
    }

    private boolean isDealt(Fault.Where where) {
        return struck.keySet().containsAll(Fault.of(where));
    }

    /** Of the replicas, each strikes only while another replica is left, but for the one that leaves none. */
    private Void strike(Fault.Where where, List<Fault> more, Random random) throws InterruptedException {
        while (goOn(where)) {
            for (Fault fault : deck(where, more, random)) {
                if (where == Fault.Where.REPLICAS) {
                    awaitAnother();
                }
                strike(fault, random);
                Thread.sleep(100 + random.nextInt(400));
            }
        }
        return null;
    }

    /** No kind comes twice before all have struck once. */
    private List<Fault> deck(Fault.Where where, List<Fault> more, Random random) {
        List<Fault> deck = new ArrayList<>(Fault.of(where));
        if (isDealt(where)) {
            deck.addAll(more);
        } else {
            deck.removeAll(struck.keySet());
        }
        Collections.shuffle(deck, random);
        return deck;
    }

    private void strike(Fault fault, Random random) throws InterruptedException {
        if (goOn(fault.where())) {
            int times = fault.strike(stage, random);
            if (times > 0) {
                struck.merge(fault, times, Integer::sum);
            }
        }
    }

    private void awaitAnother() throws InterruptedException {
        while (stage.replicas.ready() < 2 && goOn(Fault.Where.REPLICAS)) {
            Thread.sleep(50);
        }
    }
}

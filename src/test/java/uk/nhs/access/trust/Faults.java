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

    /** For as long as is planned, and longer where a busy machine has not come back from as many kills as are planned. */
    void strike() {
        ExecutorService rows = Executors.newFixedThreadPool(2);
        Future<?> replicas = rows.submit(() -> strikeReplicas(new Random(plan.seed())));
        Future<?> around = rows.submit(() -> strikeAround(new Random(plan.seed() + 1)));
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

    /** How often each of them struck. */
    Map<Fault, Integer> struck() {
        return struck;
    }

    private boolean goOn() {
        long now = System.nanoTime();
        return now < end || now < latest && stage.kills() < plan.kills();
    }

    /** Mostly kills, and each only while another replica is left, but for the one that leaves none. */
    private Void strikeReplicas(Random random) throws InterruptedException {
        List<Fault> deck = new ArrayList<>(Fault.of(Fault.Where.REPLICAS));
        deck.addAll(Collections.nCopies(8, Fault.KILL));
        while (goOn()) {
            Collections.shuffle(deck, random);
            for (Fault fault : deck) {
                awaitAnother();
                strike(fault, random);
                Thread.sleep(100 + random.nextInt(400));
            }
        }
        return null;
    }

    private Void strikeAround(Random random) throws InterruptedException {
        List<Fault> deck = new ArrayList<>(Fault.of(Fault.Where.AROUND));
        deck.addAll(Collections.nCopies(2, Fault.DATABASE_CRASH));
        while (goOn()) {
            Collections.shuffle(deck, random);
            for (Fault fault : deck) {
                strike(fault, random);
                Thread.sleep(100 + random.nextInt(500));
            }
        }
        return null;
    }

    private void strike(Fault fault, Random random) throws InterruptedException {
        if (goOn()) {
            struck.merge(fault, 1, Integer::sum);
            fault.strike(stage, random);
        }
    }

    private void awaitAnother() throws InterruptedException {
        while (stage.replicas.ready() < 2 && goOn()) {
            Thread.sleep(50);
        }
    }
}

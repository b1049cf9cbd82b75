package uk.nhs.access.trust;

import java.time.Duration;
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

/** Strikes until the time is over: the replicas in one row, all that is around them in another. */
final class Faults {

    private final Stage stage;
    private final long seed;
    private final Map<Fault, Integer> struck = Collections.synchronizedMap(new EnumMap<>(Fault.class));

    Faults(Stage stage, long seed) {
        this.stage = stage;
        this.seed = seed;
    }

    void strikeFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService rows = Executors.newFixedThreadPool(2);
        Future<?> replicas = rows.submit(() -> strikeReplicas(end, new Random(seed)));
        Future<?> around = rows.submit(() -> strikeAround(end, new Random(seed + 1)));
        try {
            replicas.get();
            around.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            rows.shutdownNow();
        }
    }

    /** How often each of them struck. */
    Map<Fault, Integer> struck() {
        return struck;
    }

    /** Mostly kills, and only while another replica is left. */
    private Void strikeReplicas(long end, Random random) throws InterruptedException {
        List<Fault> deck = new ArrayList<>(Fault.of(Fault.Where.REPLICAS));
        deck.addAll(List.of(Fault.KILL, Fault.KILL, Fault.KILL));
        while (System.nanoTime() < end) {
            Collections.shuffle(deck, random);
            for (Fault fault : deck) {
                awaitAnyReady(end);
                strike(fault, random, end);
                Thread.sleep(200 + random.nextInt(600));
            }
        }
        return null;
    }

    private Void strikeAround(long end, Random random) throws InterruptedException {
        List<Fault> deck = new ArrayList<>(Fault.of(Fault.Where.AROUND));
        while (System.nanoTime() < end) {
            Collections.shuffle(deck, random);
            for (Fault fault : deck) {
                strike(fault, random, end);
                Thread.sleep(100 + random.nextInt(500));
            }
        }
        return null;
    }

    private void strike(Fault fault, Random random, long end) throws InterruptedException {
        if (System.nanoTime() < end) {
            struck.merge(fault, 1, Integer::sum);
            fault.strike(stage, random);
        }
    }

    private void awaitAnyReady(long end) throws InterruptedException {
        while (stage.replicas.ready() < 2 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }
}

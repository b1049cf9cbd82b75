package uk.nhs.access.trust;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import uk.nhs.access.packaged.Replica;

/** The replicas of a run, each of which is started again when it ends. */
final class Replicas implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path jar;
    private final Map<String, String> environment;
    private final List<Replica> running = new ArrayList<>();
    private final List<Replica> ever = new ArrayList<>();
    private final Queue<Replica> stopping = new ConcurrentLinkedQueue<>();
    private final Set<Replica> awaited = ConcurrentHashMap.newKeySet();
    private final AtomicInteger kills = new AtomicInteger();
    private final int count;

    Replicas(Path jar, Map<String, String> environment, int count) {
        this.jar = jar;
        this.environment = environment;
        this.count = count;
    }

    Replicas start() {
        for (int number = 0; number < count; number++) {
            running.add(launch(number));
        }
        try {
            awaitReady();
            return this;
        } catch (ConditionTimeoutException notReady) {
            close();
            throw notReady;
        }
    }

    /** Until as many can work as there should be, and those that were told to end have ended by themselves. */
    void awaitReady() {
        Awaitility.await("all replicas, see target/replicas")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ready() == count && stopping.stream().noneMatch(Replica::isAlive));
    }

    synchronized Replica any(Random random) {
        return running.get(random.nextInt(running.size()));
    }

    Replica number(int number) {
        return all().get(number % count);
    }

    int size() {
        return count;
    }

    /** How many of them can work. One whose start met a fault has ended, and is started again as any orchestrator would. */
    long ready() {
        IntStream.range(0, count).filter(number -> !number(number).isAlive()).forEach(this::replace);
        List<Replica> ready = all().stream().filter(Replicas::isReady).toList();
        ready.stream().filter(awaited::remove).forEach(back -> kills.incrementAndGet());
        return ready.size();
    }

    private static boolean isReady(Replica replica) {
        try {
            return replica.isReady();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** How many were killed while they could work, and have one in their place that can. */
    int kills() {
        return kills.get();
    }

    /** SIGKILL for one that can work, where there is one, and a new one. */
    void kill(Random random) {
        List<Integer> able = IntStream.range(0, count)
                .filter(number -> isReady(number(number)))
                .boxed()
                .toList();
        kill(able.isEmpty() ? random.nextInt(count) : able.get(random.nextInt(able.size())));
    }

    private void kill(int number) {
        Replica killed = number(number);
        boolean worked = isReady(killed);
        killed.kill();
        replace(number, worked);
    }

    /** SIGKILL for all of them in the same moment, and new ones. */
    void killAll() {
        List<Boolean> worked = all().stream().map(Replicas::isReady).toList();
        all().forEach(Replica::kill);
        IntStream.range(0, count).forEach(number -> replace(number, worked.get(number)));
    }

    /** SIGTERM, and a new one beside it while it ends what it has in hand. */
    void stop(int number) {
        Replica stopped = number(number);
        stopped.stop();
        stopping.add(stopped);
        replace(number);
    }

    /** SIGSTOP and SIGCONT: to itself, no time has passed. */
    void pause(int number, Duration time) throws InterruptedException {
        Replica paused = number(number);
        paused.signal("STOP");
        try {
            Thread.sleep(time.toMillis());
        } finally {
            paused.signal("CONT");
        }
    }

    /** What those that run now show of themselves. */
    List<String> metrics() {
        return all().stream()
                .map(replica -> replica.manage("/q/metrics").body())
                .toList();
    }

    /** What all replicas that ever ran have written. */
    synchronized List<String> logs() {
        return ever.stream().map(Replica::log).toList();
    }

    private synchronized List<Replica> all() {
        return List.copyOf(running);
    }

    private void replace(int number) {
        replace(number, false);
    }

    private synchronized void replace(int number, boolean killedAtWork) {
        Replica launched = launch(number);
        boolean isAwaited = awaited.remove(running.set(number % count, launched));
        if (isAwaited || killedAtWork) {
            awaited.add(launched);
        }
    }

    /** The last replica's clock is off, where that can be. */
    private synchronized Replica launch(int number) {
        Map<String, String> own = new HashMap<>(environment);
        if (number % count == count - 1 && count > 2) {
            own.putAll(ClockShift.environment());
        }
        Replica launched = Replica.launch(jar, own);
        ever.add(launched);
        return launched;
    }

    @Override
    public void close() {
        all().forEach(Replica::kill);
        stopping.forEach(Replica::kill);
    }
}

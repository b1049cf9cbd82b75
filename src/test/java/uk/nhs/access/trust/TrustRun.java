package uk.nhs.access.trust;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run: attacks, faults while everybody goes on, healing, what was left open, and the verdict. */
final class TrustRun {

    private static final int PEOPLE = 600;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(25);
    private static final int MORE_EACH_SECOND = 30;

    /** Each kind once, and then those that are walked more often. */
    private static final List<Journey> JOURNEYS = List.of(
            new SignInCodes(),
            new NumberChange(),
            new LostPhoneJourney(),
            new UnlockJourney(),
            new PasswordJourney(),
            new ColleagueJourney(),
            new Provisioning(),
            new ColleagueJourney(),
            new SignInCodes(),
            new NumberChange(),
            new NumberChange());

    private final Plan plan;
    private final Stage stage;
    private final Population people;
    private final Worker resolver;
    private volatile boolean over;
    private volatile long latest;

    private TrustRun(Plan plan, Stage stage) {
        this.plan = plan;
        this.stage = stage;
        this.people = Population.of(
                stage.database, PEOPLE + MORE_EACH_SECOND * (int) plan.faults().toSeconds());
        this.resolver = new Worker(0, stage, people, new Random(plan.seed()));
    }

    static Report of(Plan plan, Path folder) {
        System.out.println("Seed " + plan.seed() + "; to repeat it: " + plan.repeat());
        try (Stage stage = new Stage(plan, folder)) {
            Report report = new TrustRun(plan, stage).run();
            report.write(stage.folder);
            return report;
        }
    }

    private Report run() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Receipts receipts = new Receipts(stage, new Random(plan.seed() + 3));
            Future<?> receiving = threads.submit(receipts);
            new Attacks(stage, people, plan.seed()).run();
            Map<Fault, Integer> struck = plan.hasFaults() ? goOnUnderFaults(threads) : Map.of();
            stage.replicas.awaitReady();
            settleDoubts();
            Backlog backlog = Backlog.workedOff(stage);
            receipts.end();
            join(receiving);
            return new Report(
                    plan, new Evidence(stage, people, receipts, backlog), struck, stage.replicas, stage.kills());
        } finally {
            threads.shutdownNow();
        }
    }

    /** How often each fault struck until all was healed, and everybody had come to an end. */
    private Map<Fault, Integer> goOnUnderFaults(ExecutorService threads) {
        List<Future<?>> workers = new ArrayList<>();
        for (int number = 1; number <= plan.workers(); number++) {
            Worker worker = new Worker(number, stage, people, new Random(plan.seed() + 100 + number));
            int first = number - 1;
            workers.add(threads.submit(() -> walk(worker, first)));
        }
        Faults faults = new Faults(stage, plan);
        faults.strike();
        stage.heal();
        latest = System.nanoTime() + HEARD_WITHIN.toNanos();
        over = true;
        workers.forEach(TrustRun::join);
        return faults.struck();
    }

    /** Each journey is begun by somebody; and when all is well again they go on where too little was heard before. */
    private void walk(Worker worker, int first) {
        JOURNEYS.get(first % JOURNEYS.size()).walk(worker);
        while (!over || !isEnough()) {
            JOURNEYS.get(worker.random.nextInt(JOURNEYS.size())).walk(worker);
        }
    }

    private boolean isEnough() {
        return System.nanoTime() > latest || stage.recorder.isEachDone(Plan.DONE_EACH);
    }

    /** Asks once more whatever nobody knows about, for longer than anything says that it is still being worked on. */
    private void settleDoubts() {
        stage.recorder
                .unknown()
                .removeIf(request ->
                        resolver.client.askAgain(request, SETTLED_WITHIN).isKnown());
    }

    /** Whoever could not go on has found something. */
    private static void join(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

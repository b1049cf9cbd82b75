package uk.nhs.access.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.nhs.access.benchmark.Floor.Way;

/** Measures the packaged service. See {@link Plan} for what can be asked for. */
final class Benchmark {

    /** Seconds of one turn of what is not measured. */
    private static final int SLICE = 5;

    private static final int CALLERS = 16;

    private final Plan plan;
    private final Path home;
    private final Database database;
    private final List<Instance> instances = new ArrayList<>();
    private final Requests requests;
    private final Floor floor;
    private final Drain drain;
    private final Report report;
    private final Map<Operation, Double> rates = new EnumMap<>(Operation.class);
    private int accounts;

    private Benchmark(Plan plan, Path home, Database database, Texts texts) {
        this.plan = plan;
        this.home = home;
        this.database = database;
        this.requests = new Requests(plan, home, database, texts);
        this.floor = new Floor(plan, database);
        this.drain = new Drain(database);
        this.report = new Report(home);
    }

    public static void main(String... words) throws Exception {
        Plan plan = Plan.of(words);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        Path home = Files.createDirectories(Path.of("target", "benchmark").toAbsolutePath());
        try (Texts texts = new Texts();
                Mails mails = new Mails();
                Database database = Database.start(plan, home)) {
            Benchmark benchmark = new Benchmark(plan, home, database, texts);
            try {
                plan.cache().make(plan, home.resolve("train.log"));
                benchmark.timeStarts(texts, mails);
                benchmark.launch(texts, mails);
                benchmark.prepare();
                benchmark.measureAll();
            } finally {
                for (Instance instance : benchmark.instances) {
                    instance.close();
                }
            }
        }
        System.exit(0);
    }

    /** The first one makes the tables. */
    private void timeStarts(Texts texts, Mails mails) throws IOException, InterruptedException {
        for (int number = 0; number < plan.starts(); number++) {
            try (Instance started = Instance.start(plan, home.resolve("start.log"), database, texts, mails)) {
                report.note("Ready after %s, %.1f s of CPU, %d MiB"
                        .formatted(
                                Report.seconds(started.start()),
                                Usage.cpu(started.pid()),
                                Usage.memory(started.pid())));
            }
        }
    }

    private void launch(Texts texts, Mails mails) throws IOException, InterruptedException {
        for (int i = 0; i < plan.replicas(); i++) {
            instances.add(Instance.start(plan, home.resolve("service-" + i + ".log"), database, texts, mails));
        }
    }

    private void prepare() {
        fill(plan.accounts().get(0));
        if (plan.old() > 0) {
            new Seed(database).old(plan.old(), accounts);
            Growth.report(database, report);
        }
        if (plan.statements()) {
            database.run("create extension pg_stat_statements");
        }
    }

    private void fill(int count) {
        new Seed(database).accounts(accounts, count);
        accounts = count;
        requests.accounts(count);
    }

    private void measureAll() throws IOException, InterruptedException {
        for (Operation operation : plan.operations()) {
            rates.put(operation, warmUp(operation));
            measure(operation);
        }
        for (int more : plan.accounts().subList(1, plan.accounts().size())) {
            fill(more);
            for (Operation operation : plan.operations()) {
                measure(operation);
            }
        }
    }

    private void measure(Operation operation) throws IOException, InterruptedException {
        for (int connections : plan.connections()) {
            int enough = (int) (2 * rates.get(operation) * plan.seconds());
            haveCodes(operation, enough);
            Statements.forget(plan, database);
            report.add(measure(operation, connections, enough));
        }
    }

    /** Until the JVM has compiled what the operation takes, which is most of all for the first one. */
    private double warmUp(Operation operation) throws IOException, InterruptedException {
        int whole = operation == plan.operations().get(0) ? plan.warmUp() : plan.warmUp() / 4;
        double rate = 0;
        for (int slice = 0; slice == 0 || slice * SLICE < whole; slice++) {
            int enough = slice == 0 ? 200 * SLICE : (int) (2 * rate * SLICE);
            haveCodes(operation, enough);
            Load.Answers answers = load(operation, enough);
            rate = answers.rateOf(CALLERS);
            report.note("Warming up: %.0f/s".formatted(rate));
        }
        return rate;
    }

    /** Codes are only good for minutes: what is to be checked is sent just before. */
    private void haveCodes(Operation operation, int enough) throws IOException, InterruptedException {
        while (requests.missing(operation, enough) > 0) {
            load(Operation.CREATE, requests.missing(operation, enough) + CALLERS);
        }
    }

    private Load.Answers load(Operation operation, int count) throws IOException, InterruptedException {
        Load.Answers answers = Load.run(operation, instances, requests.of(operation, count), CALLERS, SLICE);
        drain.await();
        return answers;
    }

    private Measurement measure(Operation operation, int connections, int enough)
            throws IOException, InterruptedException {
        List<Path> files = requests.of(operation, enough);
        database.run("vacuum analyze");
        database.run("checkpoint");
        double service = serviceCpu();
        double server = Usage.cpu(database.pid());
        long wal = database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
        Load.Answers answers = Load.run(operation, instances, files, connections, plan.seconds());
        double drained = drain.await();
        double serviceCpu = (serviceCpu() - service) * 1000 / answers.count();
        double serverCpu = (Usage.cpu(database.pid()) - server) * 1000 / answers.count();
        wal = database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')") - wal;
        long memory = Usage.memory(instances.get(0).pid());
        Statements.write(plan, database, home, operation, connections, answers.count());
        return new Measurement(
                operation,
                accounts,
                connections,
                answers.count() / (answers.seconds() + drained),
                answers.p50(),
                answers.p99(),
                drained,
                serviceCpu,
                serverCpu,
                wal / 1024.0 / answers.count(),
                memory,
                floor(operation, Way.SEPARATE, connections),
                floor(operation, Way.SINGLE, connections));
    }

    private double floor(Operation operation, Way way, int connections) {
        return plan.floors() ? floor.measure(operation, way, connections) : 0;
    }

    private double serviceCpu() {
        return instances.stream().mapToDouble(each -> Usage.cpu(each.pid())).sum();
    }
}

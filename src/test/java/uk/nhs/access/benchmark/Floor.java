package uk.nhs.access.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL does by itself with the rows of an operation (pgbench). */
final class Floor {

    /** How the rows are written. */
    enum Way {
        /** Each by a statement, all in one transaction. */
        SEPARATE,
        /** All by one statement. */
        SINGLE
    }

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final Plan plan;
    private final Database database;
    private final Seed seed;
    private int run;

    Floor(Plan plan, Database database) {
        this.plan = plan;
        this.database = database;
        this.seed = new Seed(database);
    }

    /** Transactions in a second. */
    double measure(Operation operation, Way way, int clients) {
        run++;
        int each = plan.enoughForEach(clients);
        prepare(operation, clients * each);
        List<String> command = List.of(
                Database.program("pgbench"),
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + Database.USER,
                "--protocol=prepared",
                "--no-vacuum",
                "--client=" + clients,
                "--jobs=" + Math.min(2, clients),
                "--time=" + plan.seconds(),
                "--define=n=0",
                "--define=run=" + run,
                "--define=per_client=" + each,
                "--file=src/test/benchmark/" + operation.slug() + "."
                        + way.name().toLowerCase(Locale.ROOT) + ".sql",
                "postgres");
        Matcher rate = RATE.matcher(Shell.run(command));
        if (operation == Operation.CHANGE) {
            seed.noChanges(); // the service could make nothing of these
        }
        if (!rate.find()) {
            throw new IllegalStateException("pgbench says no rate");
        }
        return Double.parseDouble(rate.group(1));
    }

    private void prepare(Operation operation, int rows) {
        switch (operation) {
            case WRONG, RIGHT -> seed.codes(run, rows);
            case CHANGE -> seed.noChanges();
            case REDEEM -> seed.heldChanges(rows);
            default -> {
                // nothing is needed but accounts
            }
        }
    }
}

package uk.nhs.access.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which statements an operation takes, and how often (pg_stat_statements). */
final class Statements {

    private Statements() {}

    static void forget(Plan plan, Database database) {
        if (plan.statements()) {
            database.run("select pg_stat_statements_reset()");
        }
    }

    static void write(Plan plan, Database database, Path home, Operation operation, int connections, double requests)
            throws IOException {
        if (plan.statements()) {
            List<String> rows = database.rows("""
                    select round((calls / %f)::numeric, 3) as calls, round((total_exec_time / %f * 1000)::numeric, 1) as microseconds,
                        regexp_replace(left(query, 400), '\\s+', ' ', 'g')
                    from pg_stat_statements where calls > 20 order by total_exec_time desc
                    """.formatted(requests, requests));
            Files.write(home.resolve("statements-" + operation.slug() + "-" + connections + ".txt"), rows);
        }
    }
}

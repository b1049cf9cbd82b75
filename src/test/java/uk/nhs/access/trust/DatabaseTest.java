package uk.nhs.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the database of the run under faults fails when it is told to, or nothing would be proved by it. */
class DatabaseTest {

    private static final String STARTED_AT = "select extract(epoch from pg_postmaster_start_time())";

    @TempDir
    private Path folder;

    @Test
    void each_restart_is_one_and_a_crash_is_recovered_from() {
        try (Database database = Database.start(folder)) {
            double first = startedAt(database);

            database.restartFast();
            double second = startedAt(database);
            database.restartImmediate();

            assertThat(List.of(first, second, startedAt(database))).doesNotHaveDuplicates();
            assertThat(database.crashes()).isEqualTo(1);
            assertThat(database.log())
                    .contains(
                            "received fast shutdown request",
                            "received immediate shutdown request",
                            "was not properly shut down");
        }
    }

    private static double startedAt(Database database) {
        return Double.parseDouble(database.rows(STARTED_AT).get(0).get(0));
    }
}

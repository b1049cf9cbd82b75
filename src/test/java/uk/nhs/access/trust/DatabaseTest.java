package uk.nhs.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
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

    @Test
    void a_standby_has_what_was_committed_and_takes_over_again_and_again() throws Exception {
        try (Database database = Database.start(folder)) {
            int first = database.port();
            try (Connection connection = database.connect();
                    Statement create = connection.createStatement()) {
                create.execute("create table kept as select 'before' as what");
            }

            database.failOver(Duration.ZERO);
            int second = database.port();
            database.change("insert into kept values ('between')");
            database.failOver(Duration.ZERO);

            assertThat(List.of(first, second, database.port())).doesNotHaveDuplicates();
            assertThat(database.rows("select what from kept")).containsExactly(List.of("before"), List.of("between"));
            assertThat(database.crashes()).isEqualTo(2);
        }
    }

    private static double startedAt(Database database) {
        return Double.parseDouble(database.rows(STARTED_AT).get(0).get(0));
    }
}

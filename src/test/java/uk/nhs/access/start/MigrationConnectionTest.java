package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestDatabase;

/** What migrations run on: connections as the service has them, that nothing ends before the migration does. */
@QuarkusTest
class MigrationConnectionTest {

    private static final String SCHEMA = "slow_migration";

    @Inject
    Flyway flyway;

    @Inject
    AgroalDataSource pool;

    @AfterEach
    void forget() {
        Rows.change("drop schema if exists " + SCHEMA + " cascade");
    }

    @Test
    void a_silence_of_any_length_is_waited_for() throws SQLException {
        try (Connection service = pool.getConnection();
                Connection migrations =
                        flyway.getConfiguration().getDataSource().getConnection()) {
            assertThat(service.getNetworkTimeout()).isEqualTo(30_000);
            assertThat(migrations.getNetworkTimeout()).isZero();
        }
    }

    @Test
    void nobody_waits_longer_than_3_seconds_for_a_lock() throws SQLException {
        try (Connection migrations = flyway.getConfiguration().getDataSource().getConnection();
                Statement show = migrations.createStatement();
                ResultSet shown = show.executeQuery("show lock_timeout")) {
            shown.next();
            assertThat(shown.getString(1)).isEqualTo("3s");
        }
    }

    /** The lock that keeps other replicas from migrating too is a transaction, idle for as long as the migration takes. */
    @ParameterizedTest
    @CsvSource({
        "socketTimeout, 1",
        "options, -c statement_timeout=1s",
        "options, -c idle_in_transaction_session_timeout=1s"
    })
    void a_migration_outlasts_what_bounds_the_service(String property, String value, @TempDir Path scripts)
            throws IOException, SQLException {
        Files.writeString(scripts.resolve("V1__sleep.sql"), "select pg_sleep(2.5);");
        try (AgroalDataSource impatient = impatient(property, value)) {
            FluentConfiguration slow = Flyway.configure()
                    .dataSource(impatient)
                    .initSql(flyway.getConfiguration().getInitSql())
                    .defaultSchema(SCHEMA)
                    .locations("filesystem:" + scripts);
            new MigrationConnection(TestDatabase.USER, TestDatabase.PASSWORD).customize(slow);

            assertThat(slow.load().migrate().migrationsExecuted).isEqualTo(1);
        }
    }

    private static AgroalDataSource impatient(String property, String value) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(TestDatabase.url()).jdbcProperty(property, value))));
    }
}

package uk.nhs.access.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import uk.nhs.access.support.FreePort;

/**
 * A second PostgreSQL that has whatever the first one has said to be committed, and can take its place (PostgreSQL's
 * documentation, «High Availability», 27.2.8 and 27.3).
 */
final class Standby {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Standby() {}

    /** Copies a server that goes on, and follows it. From then on the first one says no sooner that something is committed. */
    static PostgresServer of(Database first, PostgresServer server) {
        try (Connection connection = first.connect()) {
            PostgresServer second =
                    server.alike(Files.createTempDirectory(server.data().getParent(), "postgres-"), FreePort.next());
            copy(connection, server.data(), second.data());
            Files.createFile(second.data().resolve("standby.signal"));
            Files.writeString(
                    second.data().resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + server.port() + " user=" + Database.USER + "'\n");
            second.start();
            awaitAll(connection);
            return second;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void copy(Connection connection, Path from, Path to) throws SQLException, IOException {
        text(connection, "select pg_backup_start('standby', true)");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.skip(1).toList()) {
                Path relative = from.relativize(file);
                if (!relative.toString().startsWith("postmaster.")) {
                    copyIfThere(file, to.resolve(relative));
                }
            }
        }
        Files.writeString(to.resolve("backup_label"), text(connection, "select labelfile from pg_backup_stop(false)"));
    }

    /** What vanishes meanwhile is not needed: the log that is read afterwards says so. */
    private static void copyIfThere(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException gone) {
            if (Files.exists(from)) {
                throw gone;
            }
        }
    }

    /** Also what was committed before anybody waited for the second one. */
    private static void awaitAll(Connection connection) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("alter system set synchronous_standby_names = '*'");
            set.execute("select pg_reload_conf()");
        }
        awaitTrue(connection, "sync_state = 'sync'");
        awaitTrue(connection, "flush_lsn >= '" + text(connection, "select pg_current_wal_lsn()") + "'");
    }

    private static void awaitTrue(Connection connection, String what) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> text(connection, "select count(*) from pg_stat_replication where " + what)
                        .equals("1"));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

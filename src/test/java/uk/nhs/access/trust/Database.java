package uk.nhs.access.trust;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A PostgreSQL that keeps what it has committed, unlike that of the other tests, and that is made to fail. */
final class Database implements AutoCloseable {

    static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres embedded;
    private final AtomicInteger crashes = new AtomicInteger();
    private final PostgresServer first;
    private volatile PostgresServer server;

    private Database(EmbeddedPostgres embedded, Path data, Redirect log) throws IOException {
        this.embedded = embedded;
        this.first = PostgresServer.running(data, embedded.getPort(), log);
        this.server = first;
    }

    static Database start(Path folder) {
        Redirect log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
        try {
            Path data = Files.createTempDirectory(folder, "postgres-");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            return new Database(server, data, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.port();
    }

    /** The address of the database behind another port. */
    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port()), USER, USER);
    }

    /** Rolls back what is open, and starts again. */
    void restartFast() {
        restart("INT");
    }

    /** Stops as by a power cut, and recovers from its log. */
    void restartImmediate() {
        restart("QUIT");
        crashes.incrementAndGet();
    }

    /** Is lost as by a power cut, and a standby that has all that was committed takes over, at another port. */
    synchronized void failOver(Duration goesOnFor) throws InterruptedException {
        PostgresServer standby = Standby.of(this, server);
        Thread.sleep(goesOnFor.toMillis());
        server.stop("QUIT");
        server = standby;
        rows("select pg_promote()");
        crashes.incrementAndGet();
    }

    /** How often it came back from one. */
    int crashes() {
        return crashes.get();
    }

    /** Ends the connections of the service, some of them in the middle of a transaction. */
    synchronized long endConnections() {
        return Long.parseLong(rows("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid()")
                .get(0)
                .get(0));
    }

    /** The columns of each row as texts, or as empty ones. */
    List<List<String>> rows(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            return read(select.executeQuery());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What it wrote besides. */
    String log() {
        try {
            return Files.readString(server.log().file().toPath());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void change(String sql, Object... parameters) {
        rows("with done as (" + sql + " returning 1) select count(*) from done", parameters);
    }

    long count(String sql) {
        return Long.parseLong(rows(sql).get(0).get(0));
    }

    private static List<List<String>> read(ResultSet found) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        while (found.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                String text = found.getString(i);
                row.add(text == null ? "" : text);
            }
            rows.add(row);
        }
        return rows;
    }

    private synchronized void restart(String signal) {
        server.stop(signal);
        server.start();
        awaitAnswers();
    }

    private void awaitAnswers() {
        Awaitility.await("PostgreSQL")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> count("select 1") == 1);
    }

    @Override
    public void close() {
        try {
            if (first.isRunning()) {
                embedded.close();
            }
            if (server.isRunning()) {
                server.stop("QUIT");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

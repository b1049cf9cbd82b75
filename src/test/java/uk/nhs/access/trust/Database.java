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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A PostgreSQL that keeps what it has committed, unlike that of the other tests, and that is made to fail. */
final class Database implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final List<String> command;
    private final Redirect log;
    private final AtomicInteger crashes = new AtomicInteger();
    private final Path lock;

    private Database(EmbeddedPostgres server, Path data, Redirect log) throws IOException {
        this.server = server;
        this.log = log;
        this.lock = data.resolve("postmaster.pid");
        this.command = command(data);
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
        return server.getPort();
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
            return Files.readString(log.file().toPath());
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

    /** It removes its lock file as the last thing that it does. */
    private synchronized void restart(String signal) {
        signal(signal);
        Awaitility.await("the end of PostgreSQL")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Files.notExists(lock));
        try {
            new ProcessBuilder(command).redirectOutput(log).redirectError(log).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Awaitility.await("PostgreSQL")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> count("select 1") == 1);
    }

    /** The first line of the lock file is its process. */
    private void signal(String name) {
        try {
            String process = Files.readAllLines(lock).get(0).strip();
            new ProcessBuilder("kill", "-" + name, process).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** How it was started, as it notes itself. As root that is in a user namespace, because it refuses root. */
    private static List<String> command(Path data) throws IOException {
        String noted = Files.readString(data.resolve("postmaster.opts")).strip();
        int end = noted.indexOf(' ');
        Stream<String> arguments =
                Pattern.compile("\"([^\"]*)\"").matcher(noted).results().map(argument -> argument.group(1));
        boolean root = "root".equals(System.getProperty("user.name"));
        return Stream.of(
                        root ? Stream.of("unshare", "-U") : Stream.<String>empty(),
                        Stream.of(noted.substring(0, end)),
                        arguments)
                .flatMap(part -> part)
                .toList();
    }

    @Override
    public void close() {
        try {
            server.close();
            if (Files.exists(lock)) {
                signal("QUIT");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

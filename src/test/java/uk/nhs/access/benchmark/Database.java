package uk.nhs.access.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of the benchmark's own: Debian's, on a disk, with the durability that it comes with. Only memory, the
 * distance of checkpoints and the number of connections are other than its defaults.
 */
final class Database implements AutoCloseable {

    static final String USER = "postgres";
    private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");

    private final Process server;
    private final Path data;
    private final int port;
    private final Connection connection;

    private Database(Process server, Path data, int port, Connection connection) {
        this.server = server;
        this.data = data;
        this.port = port;
        this.connection = connection;
    }

    static Database start(Plan plan, Path home) throws IOException, SQLException, InterruptedException {
        Path data = Files.createTempDirectory(home, "postgres-");
        if ("root".equals(System.getProperty("user.name"))) {
            Shell.run(List.of("chown", "postgres", data.toString()));
        }
        Shell.run(Shell.unprivileged(
                program("initdb"),
                "-D",
                data.toString(),
                "-U",
                USER,
                "--auth=trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8"));
        int port = freePort();
        File log = home.resolve("postgres.log").toFile();
        Process server = new ProcessBuilder(Shell.unprivileged(
                        program("postgres"),
                        "-D",
                        data.toString(),
                        "-cport=" + port,
                        "-clisten_addresses=127.0.0.1",
                        "-cunix_socket_directories=",
                        "-cshared_buffers=1GB",
                        "-cmax_wal_size=8GB",
                        "-cmax_connections=200",
                        "-cshared_preload_libraries=" + (plan.statements() ? "pg_stat_statements" : ""),
                        "-cpg_stat_statements.track=all"))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        return new Database(server, data, port, connect(server, port));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    int port() {
        return port;
    }

    long pid() {
        return server.pid();
    }

    static String program(String name) {
        return BINARIES.resolve(name).toString();
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Each row, its columns divided by tabs. */
    List<String> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int column = 2; column <= columns; column++) {
                    row.append('\t').append(rows.getString(column));
                }
                texts.add(row.toString());
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long number(String sql) {
        return Math.round(Double.parseDouble(rows(sql).get(0)));
    }

    /** It ends once the last one who is connected has gone, and its data go with it. */
    @Override
    public void close() throws SQLException, InterruptedException {
        connection.close();
        server.destroy();
        server.waitFor();
        Shell.run(List.of("rm", "-r", data.toString()));
    }

    private static Connection connect(Process server, int port) throws InterruptedException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        while (true) {
            try {
                return DriverManager.getConnection(url, USER, USER);
            } catch (SQLException notYet) {
                if (!server.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package uk.nhs.access.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The one PostgreSQL of a test run. It starts when it is first asked for, empty, and ends with the run. */
public final class TestDatabase {

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    public static String url() {
        return SERVER.getJdbcUrl(USER, "postgres");
    }

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    /** Begins anew, so that nothing that earlier tests left to be done is done among later ones. */
    public static void empty() {
        try (Connection database = connect();
                Statement drop = database.createStatement()) {
            drop.execute("drop schema if exists support cascade; drop schema public cascade; create schema public");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Redirect log = Redirect.appendTo(target.resolve("postgres.log").toFile());
            return EmbeddedPostgres.builder()
                    .setDataDirectory(Files.createTempDirectory(target, "postgres-"))
                    .setServerConfig("max_connections", "200")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package uk.nhs.access.development;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL of the service's own, which keeps its data in a folder and ends with the process. */
public final class DevelopmentDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final FolderLock lock;

    private DevelopmentDatabase(EmbeddedPostgres server, FolderLock lock) {
        this.server = server;
        this.lock = lock;
    }

    /** Starts on the data that {@code folder} has, or on none, at a free port. */
    public static DevelopmentDatabase start(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.toAbsolutePath());
        FolderLock lock = FolderLock.take(home);
        Path data = home.resolve("postgres");
        OrphanedServer.stop(data);
        Path log = home.resolve("postgres.log");
        Files.deleteIfExists(log);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setRegisterShutdownHook(false) // it would not wait for the service to stop
                    .start();
            return new DevelopmentDatabase(server, lock);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw new IOException(failed.getMessage() + " (see " + log + ").", failed);
        }
    }

    /** What the service must be told to use it. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}

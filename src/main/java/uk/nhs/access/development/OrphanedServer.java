package uk.nhs.access.development;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database server that is left running when the service was killed without a chance to end it. */
final class OrphanedServer {

    private static final int SECONDS_TO_STOP = 20;

    private OrphanedServer() {}

    /** Stops the server of {@code data}. Only for whoever holds the folder's lock: nobody else uses the server then. */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> orphan = find(data.resolve("postmaster.pid"));
        if (orphan.isEmpty()) {
            return;
        }
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException hanging) {
            orphan.get().destroyForcibly();
        }
    }

    private static Optional<ProcessHandle> find(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(note);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(OrphanedServer::isPostgres);
    }

    /** Numbers of processes are given again: it may be another's by now. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}

package uk.nhs.access.packaged;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import uk.nhs.access.support.Production;

/** The process of a {@link Replica}, and what it writes. */
final class ReplicaProcess {

    /** None lives long enough for what is compiled best to pay. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final Path log;

    private ReplicaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it, and returns at once. */
    static ReplicaProcess start(Path jar, String heap, Map<String, String> environment, int port, int management) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "replicas")), "replica-", ".log");
            String classes = "-XX:SharedArchiveFile=" + jar.resolveSibling("service.jsa");
            ProcessBuilder builder = new ProcessBuilder(
                            java(), "-Xmx" + heap, SHORT_LIVED, classes, "-jar", jar.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            Production.tell(builder, environment, port, management);
            return new ReplicaProcess(builder.start(), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for it to end by itself, and returns its status. */
    int awaitExit(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The replica still runs, see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** SIGTERM. */
    void stop() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /** Sends a signal by its name, such as STOP and CONT. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The file that it writes. */
    @Override
    public String toString() {
        return log.toString();
    }

    private static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }
}

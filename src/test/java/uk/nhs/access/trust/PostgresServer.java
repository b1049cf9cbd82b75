package uk.nhs.access.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A PostgreSQL server, by the folder that it keeps its data in.
 *
 * @param command how it is started
 */
record PostgresServer(Path data, int port, List<String> command, Redirect log) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"");

    /** One that runs. As root it does so in a user namespace, because it refuses root. */
    static PostgresServer running(Path data, int port, Redirect log) throws IOException {
        String noted = Files.readString(data.resolve("postmaster.opts")).strip();
        int end = noted.indexOf(' ');
        Stream<String> arguments = ARGUMENT.matcher(noted).results().map(argument -> argument.group(1));
        boolean root = "root".equals(System.getProperty("user.name"));
        Stream<String> program =
                root ? Stream.of("unshare", "-U", noted.substring(0, end)) : Stream.of(noted.substring(0, end));
        return new PostgresServer(data, port, Stream.concat(program, arguments).toList(), log);
    }

    /** Another one that is set up alike. */
    PostgresServer alike(Path otherData, int otherPort) {
        List<String> other = command.stream()
                .map(word -> word.equals(data.toString()) ? otherData.toString() : word)
                .map(word -> word.equals(String.valueOf(port)) ? String.valueOf(otherPort) : word)
                .toList();
        return new PostgresServer(otherData, otherPort, other, log);
    }

    void start() {
        try {
            new ProcessBuilder(command).redirectOutput(log).redirectError(log).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** By a signal. It removes its lock file as the last thing that it does. */
    void stop(String signal) {
        signal(signal);
        Awaitility.await("the end of PostgreSQL")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !isRunning());
    }

    boolean isRunning() {
        return Files.exists(lock());
    }

    /** The first line of the lock file is its process. */
    private void signal(String name) {
        try {
            String process = Files.readAllLines(lock()).get(0).strip();
            new ProcessBuilder("kill", "-" + name, process).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private Path lock() {
        return data.resolve("postmaster.pid");
    }
}

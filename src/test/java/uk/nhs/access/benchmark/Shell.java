package uk.nhs.access.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Programs of the machine. */
final class Shell {

    private Shell() {}

    /** What the program says, once it has ended well. */
    static String run(List<String> command) {
        return said(start(command), command);
    }

    static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new UncheckedIOException("Is it installed? See .ci/benchmark. " + missing.getMessage(), missing);
        }
    }

    static String said(Process process, List<String> command) {
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
            return said;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The same command for a user without rights, where this one has them all: PostgreSQL wants no such master. */
    static List<String> unprivileged(String... command) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        words.addAll(Arrays.asList(command));
        return words;
    }
}

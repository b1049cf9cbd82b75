package uk.nhs.access.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service with one mistake, written as a patch that says what is wrong and which invariant must find it.
 *
 * @param sentence what is wrong
 * @param caughtBy the name of the invariant
 */
record Mutant(String name, String sentence, String caughtBy, List<Hunk> hunks) {

    private static final Path FOLDER = Path.of("src", "test", "mutants");
    private static final String CAUGHT_BY = "Caught by ";
    private static final String FILE = "+++ ";

    /** Lines of one file, and what stands there instead. */
    record Hunk(String file, String before, String after) {}

    static List<Mutant> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Mutant::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Makes the mistake in the tree at {@code root}. */
    void applyTo(Path root) {
        hunks.forEach(hunk -> {
            try {
                Path file = root.resolve(hunk.file());
                String source = Files.readString(file);
                int at = source.indexOf(hunk.before());
                if (at < 0 || source.indexOf(hunk.before(), at + 1) >= 0) {
                    throw new IllegalStateException(name + " does not fit " + hunk.file() + " in one place");
                }
                Files.writeString(file, source.replace(hunk.before(), hunk.after()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static Mutant read(Path patch) {
        List<String> lines = lines(patch);
        List<Hunk> hunks = new ArrayList<>();
        String file = "";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FILE)) {
                file = lines.get(i).substring(FILE.length());
            } else if (lines.get(i).startsWith("@@")) {
                List<String> body = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> line.matches("[-+ ].*") && !line.startsWith("--- "))
                        .toList();
                hunks.add(new Hunk(file, without("+", body), without("-", body)));
            }
        }
        String name = patch.getFileName().toString().replace(".patch", "");
        return new Mutant(name, lines.get(0), lines.get(1).substring(CAUGHT_BY.length()), hunks);
    }

    private static List<String> lines(Path patch) {
        try {
            return Files.readAllLines(patch);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String without(String sign, List<String> body) {
        return body.stream()
                .filter(line -> !line.startsWith(sign))
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return name;
    }
}

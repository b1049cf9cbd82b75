package uk.nhs.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.access.packaged.Built;
import uk.nhs.access.packaged.Replica;

/** That the invariants find what they are there to find: each mutant is packaged, attacked, and has to be caught. */
@Tag("mutants")
class MutantsIT {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final List<String> NEEDED = List.of("pom.xml", "openapi.yaml", "src/main", ".mvn");

    /** Else what is always broken would seem to catch them. */
    @BeforeAll
    static void without_a_mistake_nothing_is_broken() {
        Report report = TrustRun.of(Plan.attacks(Replica.JAR), HERE.resolve("target/mutants/none/trust"));

        assertThat(report.broken()).as("see target/mutants/none/trust").isEmpty();
    }

    static List<Mutant> mutants() {
        return Mutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_mutant_is_caught(Mutant mutant) throws Exception {
        Path tree = HERE.resolve("target/mutants").resolve(mutant.name());
        copy(tree);
        mutant.applyTo(tree);

        Report report = TrustRun.of(Plan.attacks(Built.from(tree)), tree.resolve("target/trust"));

        System.out.println(mutant + ": " + mutant.sentence() + " Broken: " + report.broken());
        assertThat(report.broken()).contains(mutant.caughtBy());
    }

    private static void copy(Path tree) throws IOException {
        remove(tree);
        for (String needed : NEEDED) {
            if (Files.exists(HERE.resolve(needed))) {
                copyAll(HERE.resolve(needed), tree.resolve(needed));
            }
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copyOne(Path file, Path to) {
        try {
            Files.copy(file, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}

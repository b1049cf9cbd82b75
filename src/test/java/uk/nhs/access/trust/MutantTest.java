package uk.nhs.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the mutants are still mutants of this service: without packaging any of them. */
class MutantTest {

    @TempDir
    private Path tree;

    static List<Mutant> mutants() {
        return Mutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_mutant_fits_the_sources_as_they_are(Mutant mutant) throws IOException {
        for (Mutant.Hunk hunk : mutant.hunks()) {
            Path copy = tree.resolve(hunk.file());
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(hunk.file()), copy, StandardCopyOption.REPLACE_EXISTING);
        }

        mutant.applyTo(tree);

        assertThat(mutant.hunks())
                .isNotEmpty()
                .allSatisfy(
                        hunk -> assertThat(tree.resolve(hunk.file())).content().contains(hunk.after()));
    }

    @Test
    void there_is_one_for_each_mistake_that_a_checker_must_find() {
        assertThat(mutants())
                .extracting(Mutant::name)
                .containsExactly(
                        "apply-without-guard",
                        "block-not-applied",
                        "compare-before-count",
                        "count-without-lock",
                        "expiry-not-looked-at",
                        "get-cancels",
                        "hold-from-the-code",
                        "purpose-not-bound",
                        "resend-refills",
                        "send-before-commit",
                        "unheard-is-done",
                        "windows-not-counted");
    }
}

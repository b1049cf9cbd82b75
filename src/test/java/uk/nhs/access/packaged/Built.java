package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The service packaged from other sources than the ones that are tested. */
public final class Built {

    private Built() {}

    /** The jar to start, once Maven has packaged what lies in {@code tree}. */
    public static Path from(Path tree) throws IOException, InterruptedException {
        run(tree, "mvn", "-B", "-q", "-o", "package", "-Dmaven.test.skip=true");
        return tree.resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The same for an earlier state of the repository. */
    static Path fromRevision(String revision, Path tree) throws IOException, InterruptedException {
        Files.createDirectories(tree);
        run(tree, "bash", "-c", "git -C ../.. archive " + revision + " | tar -x");
        return from(tree);
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("build.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as("see %s", log).isZero();
    }
}

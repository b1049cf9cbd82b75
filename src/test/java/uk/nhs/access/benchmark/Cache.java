package uk.nhs.access.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a JVM can be given so that it need not read and link the service's classes at each start; the image's way of making it. */
enum Cache {
    NONE(""),
    /** Class data sharing, from Java 17. */
    JSA("-XX:SharedArchiveFile="),
    /** With profiles and linked calls, from Java 25. */
    AOT("-XX:AOTCache=");

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    private final String option;

    Cache(String option) {
        this.option = option;
    }

    /** Makes it anew, with the JVM and the options that will use it. */
    void make(Plan plan, Path log) throws IOException, InterruptedException {
        if (this == NONE) {
            return;
        }
        ProcessBuilder training = new ProcessBuilder("docker/train", file(), JAR)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        training.environment().put("JAVA_HOME", plan.java().toString());
        training.environment().put("JDK_JAVA_OPTIONS", String.join(" ", plan.jvm()));
        training.environment().put("QUARKUS_HTTP_PORT", String.valueOf(Database.freePort()));
        training.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(Database.freePort()));
        if (training.start().waitFor() != 0) {
            throw new IllegalStateException("No cache was made, see " + log);
        }
    }

    /** How the service is started with it. */
    List<String> command(Plan plan) {
        Stream<String> java = Stream.of(plan.java().resolve("bin/java").toString());
        Stream<String> options =
                Stream.concat(plan.jvm().stream(), this == NONE ? Stream.empty() : Stream.of(option + file()));
        return Stream.of(java, options, Stream.of("-jar", JAR))
                .flatMap(each -> each)
                .toList();
    }

    private String file() {
        return "target/benchmark/service." + name().toLowerCase(Locale.ROOT);
    }
}

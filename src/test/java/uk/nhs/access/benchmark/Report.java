package uk.nhs.access.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was measured: a table to read, one to reckon with, and a plot. */
final class Report {

    private static final String TABLE_HEAD = """
            | Operation | Accounts | Connections | Requests/s | p50 ms | p99 ms | CPU of the service, ms | CPU of PostgreSQL, ms | WAL KiB | Memory MiB | Floor (a)/s | of (a) | Floor (b)/s | of (b) |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|""";

    private final Path home;
    private final List<Measurement> measured = new ArrayList<>();

    Report(Path home) {
        this.home = home;
    }

    /** Written anew each time, so that something is there if the run is broken off. */
    void add(Measurement measurement) throws IOException {
        measured.add(measurement);
        System.out.println(measurement.csv());
        Files.write(
                home.resolve("benchmark.csv"),
                Stream.concat(Stream.of(Measurement.HEAD), measured.stream().map(Measurement::csv))
                        .toList());
        Files.write(
                home.resolve("benchmark.md"),
                Stream.concat(Stream.of(TABLE_HEAD), measured.stream().map(Measurement::markdown))
                        .toList());
        Files.writeString(home.resolve("benchmark.svg"), Plot.of(measured));
    }

    /** A line beside the table. */
    void note(String words) {
        System.out.println(words);
    }

    static String seconds(Duration time) {
        return "%.2f s".formatted(time.toMillis() / 1000.0);
    }
}

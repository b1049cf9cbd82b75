package uk.nhs.access.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Callers who send the next request once the last one is answered (wrk). */
final class Load {

    private Load() {}

    /**
     * What came of it.
     *
     * @param p50 of the answer times, in milliseconds
     */
    record Answers(long count, double seconds, double p50, double p99) {

        /** How many were answered in a second while there were requests: each caller waits for an answer before the next one. */
        double rateOf(int callers) {
            return callers * 1000 / p50;
        }

        private static Answers together(Answers one, Answers other) {
            return new Answers(
                    one.count + other.count,
                    Math.max(one.seconds, other.seconds),
                    Math.max(one.p50, other.p50),
                    Math.max(one.p99, other.p99));
        }
    }

    /** The callers share the instances evenly; each instance has a file of requests of its own. */
    static Answers run(Operation operation, List<Instance> instances, List<Path> files, int callers, int seconds) {
        List<List<String>> commands = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            commands.add(command(operation, instances.get(i), files.get(i), callers / instances.size(), seconds));
        }
        List<Process> running = commands.stream().map(Shell::start).toList();
        List<Answers> answers = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            answers.add(read(Shell.said(running.get(i), commands.get(i))));
        }
        return answers.stream().reduce(Answers::together).orElseThrow();
    }

    private static List<String> command(Operation operation, Instance instance, Path file, int callers, int seconds) {
        String threads = String.valueOf(Math.min(2, callers));
        return List.of(
                "wrk",
                "--connections",
                String.valueOf(callers),
                "--threads",
                threads,
                "--duration",
                seconds + "s",
                "--timeout",
                "30s",
                "--script",
                "src/test/benchmark/load.lua",
                instance.url(),
                "--",
                file.toString(),
                String.valueOf(operation.status()),
                threads,
                Requests.token());
    }

    private static Answers read(String said) {
        String[] result = said.lines()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said))
                .split(" ", 8);
        long count = Long.parseLong(result[1]);
        if (count == 0 || !List.of(result).subList(5, 7).equals(List.of("0", "0"))) {
            throw new IllegalStateException("Of " + count + " answers " + result[5]
                    + " were others than expected; broken: " + result[6] + "; such as " + result[7]);
        }
        return new Answers(
                count,
                Long.parseLong(result[2]) / 1e6,
                Long.parseLong(result[3]) / 1e3,
                Long.parseLong(result[4]) / 1e3);
    }
}

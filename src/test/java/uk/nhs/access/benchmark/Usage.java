package uk.nhs.access.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes have used so far, as the kernel counts it (proc(5)). */
final class Usage {

    private static final double TICKS_PER_SECOND = 100;

    /** The fields of {@code stat} behind the name: time in the program and in the kernel, its own and its ended children's. */
    private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

    private Usage() {}

    /** The seconds of CPU that a process and all that it started have had. */
    static double cpu(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> ownCpu(each.pid()))
                .sum();
    }

    /** The memory that a process has in use, in MiB. */
    static long memory(long pid) {
        return lines(pid, "status").stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static double ownCpu(long pid) {
        String stat = String.join("", lines(pid, "stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return TIMES.stream().mapToLong(field -> Long.parseLong(fields[field])).sum() / TICKS_PER_SECOND;
    }

    /** Nothing of a process that has just ended: its parent counts its times. */
    private static List<String> lines(long pid, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException ended) {
            if (Files.exists(Path.of("/proc", String.valueOf(pid)))) {
                throw new UncheckedIOException(ended);
            }
            return List.of();
        }
    }
}

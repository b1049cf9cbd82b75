package uk.nhs.access.overload;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a Java process has in memory, in MiB. */
final class Memory {

    private Memory() {}

    /** What is left of its heap after a collection. */
    static long heap(long pid) {
        jcmd(pid, "GC.run");
        return jcmd(pid, "GC.heap_info").stream()
                .filter(line -> line.contains("total ")) // of each generation; the line of the classes has none
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")) / 1024)
                .sum();
    }

    /** What it has of the machine's memory (proc(5)); 0 where the machine does not say. */
    static long resident(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> jcmd(long pid, String command) {
        try {
            String jcmd = System.getProperty("java.home") + File.separator + "bin" + File.separator + "jcmd";
            Process process = new ProcessBuilder(jcmd, String.valueOf(pid), command).start();
            List<String> said =
                    new String(process.getInputStream().readAllBytes()).lines().toList();
            process.waitFor(30, TimeUnit.SECONDS);
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package uk.nhs.access.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A clock that is off, in one process alone, where the library that does it is installed (Debian: libfaketime). */
final class ClockShift {

    private static final Duration OFF_BY = Duration.ofMinutes(5);

    private static final Pattern WRITTEN_AT = Pattern.compile("[0-9-]{10} [0-9:]{8},");

    private ClockShift() {}

    static boolean isInstalled() {
        return library().isPresent();
    }

    /** What to add to the environment of a process whose clock is to be ahead: nothing where that cannot be. */
    static Map<String, String> environment() {
        return library()
                .map(library -> Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME",
                        "+" + OFF_BY.toSeconds() + "s",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        "DONT_FAKE_MONOTONIC", // its name in older versions
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", // it would end every wait at once
                        "0"))
                .orElse(Map.of());
    }

    /** Whether one of these logs was written at a time that has not come yet. */
    static boolean isSeenIn(List<String> logs) {
        String now = LocalDateTime.now().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return logs.stream()
                .flatMap(String::lines)
                .filter(line -> WRITTEN_AT.matcher(line).lookingAt())
                .anyMatch(line -> line.replace(' ', 'T').compareTo(now) > 0);
    }

    private static Optional<Path> library() {
        return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                .map(machine -> Path.of("/usr/lib", machine, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }
}

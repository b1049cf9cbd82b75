package uk.nhs.access.password;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import uk.nhs.access.crypto.ListedHash;

/**
 * The stolen passwords of the list that is shipped, and of one that the operator names. Nobody is asked over the network.
 *
 * <p>Each line is the SHA-1 of one password in hexadecimal, as «Have I Been Pwned» publishes them: the first 16 digits
 * count, and what follows is left aside. A password takes 8 bytes of memory.
 */
@Startup // a file that cannot be read stops the start
@Singleton
class BreachLists implements BreachedPasswords {

    private final long[] sorted;

    BreachLists(PasswordSettings settings) {
        sorted = LongStream.concat(
                        hashes(Lists.lines("breached-passwords.txt").stream()),
                        settings.breachedFile().map(BreachLists::read).stream().flatMapToLong(Arrays::stream))
                .sorted()
                .toArray();
    }

    /** As it was typed, and in small letters, as many lists have it. */
    @Override
    public boolean contain(TypedPassword password) {
        return Stream.of(password.text(), password.text().toLowerCase(Locale.ROOT))
                .anyMatch(text -> Arrays.binarySearch(sorted, ListedHash.of(text)) >= 0);
    }

    private static long[] read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return hashes(lines.filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .toArray();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("PASSWORD_BREACHED_FILE cannot be read: " + file, unreadable);
        }
    }

    private static LongStream hashes(Stream<String> lines) {
        return lines.mapToLong(ListedHash::parse);
    }
}

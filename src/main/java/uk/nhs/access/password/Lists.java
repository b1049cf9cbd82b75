package uk.nhs.access.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists that stand beside this class. */
final class Lists {

    private Lists() {}

    /** Its lines, without those that are empty or say something of the list ({@code #}). */
    static List<String> lines(String list) {
        InputStream file = Lists.class.getResourceAsStream(list);
        if (file == null) {
            throw new IllegalStateException("The list " + list + " is missing");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

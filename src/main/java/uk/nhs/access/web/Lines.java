package uk.nhs.access.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, of each of which no more than a limit is kept. Blank ones count, but are passed over. */
public final class Lines {

    private final InputStream stream;
    private final int longest;
    private long number;

    Lines(InputStream stream, int longest) {
        this.stream = new BufferedInputStream(stream);
        this.longest = longest;
    }

    /** How many lines were read to their end. */
    public long number() {
        return number;
    }

    /** The next line, or null at the end. */
    public @Nullable Line next() throws IOException {
        Line line;
        do {
            line = read();
        } while (line != null && line.isBlank());
        return line;
    }

    private @Nullable Line read() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int next = stream.read();
        if (next < 0) {
            return null;
        }
        boolean whole = true;
        while (next >= 0 && next != '\n') {
            if (kept.size() < longest) {
                kept.write(next);
            } else {
                whole = false;
            }
            next = stream.read();
        }
        number++;
        return new Line(number, kept.toByteArray(), whole);
    }

    /**
     * A line.
     *
     * @param number counted from 1
     * @param whole whether the bytes are all of it, and not only its beginning
     */
    public record Line(long number, byte[] bytes, boolean whole) {

        /** One that is too long is not, however it begins: what was cut off may say something. */
        boolean isBlank() {
            if (!whole) {
                return false;
            }
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}

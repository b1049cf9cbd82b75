package uk.nhs.access.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The first 64 bits of a SHA-1, by which lists of stolen passwords name them. It protects nothing: they are public. */
public final class ListedHash {

    private static final int DIGITS = 16;

    private ListedHash() {}

    public static long of(String password) {
        return ByteBuffer.wrap(Macs.sha1(password.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /**
     * Reads the first 16 digits of a line.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static long parse(String line) {
        if (line.length() < DIGITS) {
            throw new IllegalArgumentException("A line has fewer than " + DIGITS + " digits");
        }
        return HexFormat.fromHexDigitsToLong(line, 0, DIGITS);
    }
}

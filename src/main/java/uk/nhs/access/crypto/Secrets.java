package uk.nhs.access.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparing what must not be guessed bit by bit. */
public final class Secrets {

    private Secrets() {}

    /** Takes the same time wherever the two differ, and however long they are. */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(
                Macs.sha256(one.getBytes(StandardCharsets.UTF_8)), Macs.sha256(other.getBytes(StandardCharsets.UTF_8)));
    }
}

package uk.nhs.access.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** A random value of 256 bits that is itself the permission to do one thing. Stored only as its SHA-256. */
public record SecretToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static SecretToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] sha256() {
        return Macs.sha256(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}

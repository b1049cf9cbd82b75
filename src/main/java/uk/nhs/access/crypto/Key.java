package uk.nhs.access.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A secret key and the id that is stored with whatever was made with it.
 *
 * <p>Each use of it works with a key of its own that is derived by name, so that a hash made for one use means nothing
 * in another.
 */
final class Key {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final int BYTES = 32;

    private final String id;
    private final byte[] secret;

    private Key(String id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    static Key parse(String text) {
        String[] parts = text.strip().split(":", 2);
        if (parts.length != 2 || !ID.matcher(parts[0]).matches()) {
            throw new IllegalStateException("CRYPTO_KEYS must list keys as id:base64, with ids of 1 to 16 letters");
        }
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(parts[1].strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("CRYPTO_KEYS: the key " + parts[0] + " is not base64", malformed);
        }
        if (secret.length != BYTES) {
            throw new IllegalStateException("CRYPTO_KEYS: the key " + parts[0] + " must have " + BYTES + " bytes");
        }
        return new Key(parts[0], secret);
    }

    String id() {
        return id;
    }

    /** The key for one use, derived as in HKDF's expansion (RFC 5869) of one block. */
    byte[] derive(String use) {
        return Macs.hmacSha256(secret, (use + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Key " + id;
    }
}

package uk.nhs.access.crypto;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Makes and compares keyed hashes (HMAC-SHA-256) over fields that cannot run into each other. */
@Singleton
public class KeyedHashes {

    private final KeyRing keys;

    KeyedHashes(KeyRing keys) {
        this.keys = keys;
    }

    /** A hash for one use over all the fields that it is to be bound to. */
    public KeyedHash hash(String use, Object... fields) {
        Key key = keys.current();
        return new KeyedHash(key.id(), compute(key, use, fields));
    }

    /** Compares in constant time. A hash under a key that has been retired matches nothing. */
    public boolean matches(KeyedHash hash, String use, Object... fields) {
        return keys.knows(hash.keyId())
                && MessageDigest.isEqual(hash.value(), compute(keys.named(hash.keyId()), use, fields));
    }

    /**
     * A short name for a value that must not be stored itself, the same every time under the current key.
     *
     * <p>Rotation renames everything: use it only for what may be forgotten then, or look {@link #underEachKey}.
     */
    public String fingerprint(String use, Object... fields) {
        return new Fingerprints(keys.current()).of(use, fields);
    }

    /** The names that something may have had, or has elsewhere, while keys are changed; those of the current key first. */
    public List<Fingerprints> underEachKey() {
        return keys.all().stream().map(Fingerprints::new).toList();
    }

    static byte[] compute(Key key, String use, Object... fields) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (Object field : fields) {
            byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
            message.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            message.writeBytes(bytes);
        }
        return Macs.hmacSha256(key.derive("hash " + use), message.toByteArray());
    }
}

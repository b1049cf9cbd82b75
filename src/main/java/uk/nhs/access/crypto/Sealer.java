package uk.nhs.access.crypto;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals texts with AES-256-GCM, each bound to the row that it belongs to. */
@Singleton
public class Sealer {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    Sealer(KeyRing keys) {
        this.keys = keys;
    }

    /** Seals {@code text} so that it opens only for the same {@code owner}. */
    public Sealed seal(Object owner, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Key key = keys.current();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, owner, text.getBytes(StandardCharsets.UTF_8));
        return new Sealed(
                key.id(),
                ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    public String open(Object owner, Sealed sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed.bytes());
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        byte[] text = run(Cipher.DECRYPT_MODE, keys.named(sealed.keyId()), nonce, owner, rest);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, Key key, byte[] nonce, Object owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key.derive("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A sealed text does not open: wrong key, or not as it was written", broken);
        }
    }
}

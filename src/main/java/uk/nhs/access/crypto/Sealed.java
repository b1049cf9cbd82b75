package uk.nhs.access.crypto;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Base64;

/** A text that can be read only with the key that it names. */
@Embeddable
public class Sealed {

    @Column(name = "seal_key_id")
    private String keyId;

    @Column(name = "sealed")
    private byte[] bytes;

    Sealed() {}

    Sealed(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes;
    }

    /** What {@link #text} wrote. */
    public static Sealed of(String text) {
        String[] parts = text.split(":", 2);
        return new Sealed(parts[0], Base64.getDecoder().decode(parts[1]));
    }

    /** For columns of text: the id of the key and base64. */
    public String text() {
        return keyId + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    String keyId() {
        return keyId;
    }

    byte[] bytes() {
        return bytes;
    }
}

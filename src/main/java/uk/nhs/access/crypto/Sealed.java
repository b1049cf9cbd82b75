package uk.nhs.access.crypto;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

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

    String keyId() {
        return keyId;
    }

    byte[] bytes() {
        return bytes;
    }
}

package uk.nhs.access.crypto;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A hash that nobody can make or test without the key that it names. */
@Embeddable
public class KeyedHash {

    @Column(name = "key_id", nullable = false)
    private String keyId;

    @Column(name = "hash", nullable = false)
    private byte[] value;

    KeyedHash() {}

    KeyedHash(String keyId, byte[] value) {
        this.keyId = keyId;
        this.value = value;
    }

    String keyId() {
        return keyId;
    }

    byte[] value() {
        return value;
    }
}

package uk.nhs.access.crypto;

import java.util.HexFormat;

/** Short names, under one key, for values that must not be stored themselves. */
public final class Fingerprints {

    private static final int BYTES = 16;

    private final Key key;

    Fingerprints(Key key) {
        this.key = key;
    }

    /** The name of a value for one use: the same every time. */
    public String of(String use, Object... fields) {
        return HexFormat.of().formatHex(KeyedHashes.compute(key, use, fields), 0, BYTES);
    }
}

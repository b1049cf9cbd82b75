package uk.nhs.access.crypto;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys that are in use, the newest first. */
@Startup // keys that are malformed stop the start
@Singleton
class KeyRing {

    private final Key current;
    private final Map<String, Key> keys = new LinkedHashMap<>();

    KeyRing(CryptoSettings settings) {
        for (String text : settings.keys()) {
            Key key = Key.parse(text);
            if (keys.put(key.id(), key) != null) {
                throw new IllegalStateException("CRYPTO_KEYS: the id " + key.id() + " stands there twice");
            }
        }
        current = keys.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("CRYPTO_KEYS lists no key"));
    }

    Key current() {
        return current;
    }

    /** All of them, beginning with the current one. */
    List<Key> all() {
        return List.copyOf(keys.values());
    }

    Key named(String id) {
        Key key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("The key " + id + " is still in use, but CRYPTO_KEYS does not list it");
        }
        return key;
    }

    boolean knows(String id) {
        return keys.containsKey(id);
    }
}

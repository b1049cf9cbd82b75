package uk.nhs.access.crypto;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.nhs.access.Defaults;

/** Key rings, and what works with them, out of keys that are known by their ids. */
public final class Rings {

    private static final String MEMORY = "crypto.slow-hash.memory";

    private Rings() {}

    /** A ring of the keys with these ids, the newest first. The same id gives the same key in every ring. */
    static KeyRing of(String... ids) {
        return new KeyRing(() -> Arrays.stream(ids).map(Rings::entry).toList());
    }

    public static KeyedHashes hashes() {
        return new KeyedHashes(of("k1"));
    }

    public static Sealer sealer() {
        return new Sealer(of("k1"));
    }

    /** As the service hashes, at its cost and with the key of development. */
    public static SlowHashes slowHashes() {
        return slowHashes(ConfigProvider.getConfig()
                .getOptionalValue(MEMORY, String.class)
                .map(memory -> Map.of(MEMORY, memory))
                .orElse(Map.of()));
    }

    /** With that key, at another cost. */
    public static SlowHashes slowHashes(Map<String, String> values) {
        String keys = ConfigProvider.getConfig().getValue("crypto.keys", String.class);
        return slowHashes(listing(keys.split(",")), values);
    }

    static SlowHashes slowHashes(KeyRing keys, Map<String, String> values) {
        SlowHashSettings settings = Defaults.with(SlowHashSettings.class, values);
        return new SlowHashes(keys, new Turns(settings, new SimpleMeterRegistry()), settings);
    }

    static KeyRing listing(String... entries) {
        return new KeyRing(() -> List.of(entries));
    }

    static String entry(String id) {
        return id + ":" + secret(id);
    }

    /** 32 bytes that belong to this id alone, in base64. */
    static String secret(String id) {
        return Base64.getEncoder().encodeToString(Macs.sha256(id.getBytes(StandardCharsets.UTF_8)));
    }
}

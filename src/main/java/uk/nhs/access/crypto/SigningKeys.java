package uk.nhs.access.crypto;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The keys of a signer. The first one signs; all are published, so that another can take over without a gap. */
public final class SigningKeys {

    private final List<SigningKey> keys;
    private final SigningAlgorithm algorithm;

    private SigningKeys(List<SigningKey> keys, SigningAlgorithm algorithm) {
        this.keys = keys;
        this.algorithm = algorithm;
    }

    /**
     * Reads the keys that a setting lists, each as {@code id:file} or {@code id:base64}.
     *
     * @param setting its name, for whoever has to mend it
     */
    public static SigningKeys parse(String setting, List<String> listed, SigningAlgorithm algorithm) {
        Set<String> ids = new HashSet<>();
        List<SigningKey> keys =
                listed.stream().map(text -> SigningKey.parse(setting, text)).toList();
        keys.forEach(key -> {
            if (!ids.add(key.id())) {
                throw new IllegalStateException(setting + ": the id " + key.id() + " stands there twice");
            }
        });
        return new SigningKeys(keys, algorithm);
    }

    /** A key that is made now, and lost with the process. */
    public static SigningKeys make(SigningAlgorithm algorithm) {
        return new SigningKeys(List.of(SigningKey.make("made-at-start")), algorithm);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    public List<PublishedKey> published() {
        return keys.stream().map(key -> key.published(algorithm)).toList();
    }

    /**
     * Signs {@code claims} (RFC 7515, compact).
     *
     * @param type the media type of what it is, as {@code typ} says it
     */
    public String sign(String type, String claims) {
        SigningKey key = keys.get(0);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(algorithm.name());
        token.setHeader("typ", type);
        token.setKeyIdHeaderValue(key.id());
        token.setKey(key.secret());
        token.setPayload(claims);
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("Cannot sign with the key " + key.id(), impossible);
        }
    }
}

package uk.nhs.access.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import uk.nhs.access.Defaults;

/** Two issuers that are trusted, a stranger that is not, and the tokens that they sign. */
final class TokenMint {

    static final String FIRST = "https://first.example";
    static final String SECOND = "https://second.example/";
    static final String AUDIENCE = "nhs-account-access";

    final PublicJsonWebKey firstKey = rsa("key-1", 2048);
    /** Published by the first issuer, which however is trusted for RS256 only. */
    final PublicJsonWebKey firstEcKey = ec("key-ec");

    /** Published by the first issuer as well, and too short to be trusted (RFC 7518, section 3.3). */
    final PublicJsonWebKey firstShortKey = rsa("key-short", 1024);

    final PublicJsonWebKey secondKey = ec("key-1");
    final PublicJsonWebKey strangersKey = rsa("key-1", 2048);

    /** The first issuer uses RS256 and may give one scope; the second one uses ES256 and claims of its own names. */
    CallerSettings settings(Path directory) {
        Map<String, String> values = new HashMap<>();
        values.put("caller.issuers.first.issuer", FIRST);
        values.put("caller.issuers.first.audience", AUDIENCE);
        values.put(
                "caller.issuers.first.keys",
                publish(directory.resolve("first.jwks"), firstKey, firstEcKey, firstShortKey));
        values.put("caller.issuers.first.scopes", "phone-changes");
        values.put("caller.issuers.second.issuer", SECOND);
        values.put("caller.issuers.second.audience", "second-audience");
        values.put("caller.issuers.second.keys", publish(directory.resolve("second.jwks"), secondKey));
        values.put("caller.issuers.second.algorithms", "ES256");
        values.put("caller.issuers.second.subject-claim", "user");
        values.put("caller.issuers.second.scope-claim", "scp");
        return Defaults.with(CallerSettings.class, values);
    }

    /** A good token of the first issuer. */
    String good() {
        return first(claims -> {});
    }

    /** A token of the first issuer whose claims were changed before it was signed. */
    String first(Consumer<JwtClaims> change) {
        return sign(claims(FIRST, AUDIENCE, change).toJson(), firstKey, "RS256", "key-1");
    }

    String second(Consumer<JwtClaims> change) {
        JwtClaims claims = claims(SECOND, "second-audience", change);
        return sign(claims.toJson(), secondKey, "ES256", "key-1");
    }

    static JwtClaims claims(String issuer, String audience, Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject("sam");
        claims.setClaim("user", "sam of the second");
        claims.setIssuedAt(inSeconds(0));
        claims.setExpirationTime(inSeconds(300));
        claims.setClaim("scope", "openid phone-changes");
        change.accept(claims);
        return claims;
    }

    static NumericDate inSeconds(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    static String sign(String payload, PublicJsonWebKey key, String algorithm, String keyId) {
        return sign(payload, key.getPrivateKey(), algorithm, Map.of("kid", keyId));
    }

    static String sign(String payload, Key key, String algorithm, Map<String, Object> headers) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setPayloadBytes(payload.getBytes(StandardCharsets.UTF_8));
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(algorithm);
        headers.forEach(signature.getHeaders()::setObjectHeaderValue);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String publish(Path file, PublicJsonWebKey... keys) {
        try {
            return Files.writeString(file, new JsonWebKeySet(List.of(keys)).toJson())
                    .toUri()
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PublicJsonWebKey rsa(String id, int bits) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(bits);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PublicJsonWebKey ec(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package uk.nhs.access.notice;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Our key to GOV.UK Notify: who we are there, and the secret that proves it. */
final class NotifyKey {

    private static final String UUID = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern SHAPE = Pattern.compile(".+-(" + UUID + ")-(" + UUID + ")");

    private final String serviceId;
    private final HmacKey secret;

    private NotifyKey(String serviceId, String secret) {
        this.serviceId = serviceId;
        this.secret = new HmacKey(secret.getBytes(StandardCharsets.US_ASCII));
    }

    static NotifyKey parse(Optional<String> apiKey) {
        Matcher key = SHAPE.matcher(apiKey.map(String::strip).orElse(""));
        if (!key.matches()) {
            throw new IllegalStateException("NOTICE_NOTIFY_API_KEY must be a GOV.UK Notify API key: "
                    + "its name, the service id and the secret, joined by hyphens");
        }
        return new NotifyKey(key.group(1), key.group(2));
    }

    /**
     * A token that is good for one request, since GOV.UK Notify allows clocks to differ by 30 seconds only.
     *
     * <p>It compares with its own clock, so this must be the true time and not the database's, which tests move.
     */
    String token() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(serviceId);
        claims.setIssuedAtToNow();
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setPayload(claims.toJson());
        token.setKey(secret);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign a token for GOV.UK Notify", e);
        }
    }
}

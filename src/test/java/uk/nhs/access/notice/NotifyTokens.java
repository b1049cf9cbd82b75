package uk.nhs.access.notice;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The check of the token that comes with each call. */
record NotifyTokens(String serviceId, String secret) {

    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    /** By the key that a client has: its name, the service id and the secret, joined by hyphens. */
    static NotifyTokens of(String apiKey) {
        String ids = apiKey.substring(apiKey.length() - 73);
        return new NotifyTokens(ids.substring(0, 36), ids.substring(37));
    }

    void check(String authorization, Instant now) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw new NotifyRefusal(401, "AuthError", "Unauthorized: authentication token must be provided");
        }
        try {
            check(authorization.substring("Bearer ".length()).split("\\.", -1), now);
        } catch (RuntimeException | GeneralSecurityException e) {
            throw e instanceof NotifyRefusal refusal
                    ? refusal
                    : forbidden("Invalid token: signature, api token not found");
        }
    }

    private void check(String[] parts, Instant now) throws GeneralSecurityException {
        JsonObject header = new JsonObject(decode(parts[0]));
        JsonObject claims = new JsonObject(decode(parts[1]));
        if (parts.length != 3 || !"HS256".equals(header.getString("alg")) || !"JWT".equals(header.getString("typ"))) {
            throw forbidden("Invalid token: algorithm used is not HS256");
        }
        if (!claims.fieldNames().equals(Set.of("iss", "iat")) || !serviceId.equals(claims.getString("iss"))) {
            throw forbidden("Invalid token: service not found");
        }
        if (!MessageDigest.isEqual(
                sign(parts[0] + "." + parts[1]), Base64.getUrlDecoder().decode(parts[2]))) {
            throw forbidden("Invalid token: API key not found");
        }
        Instant issued = Instant.ofEpochSecond(claims.getLong("iat"));
        if (Duration.between(issued, now).abs().compareTo(TOLERANCE) > 0) {
            throw forbidden("Error: Your system clock must be accurate to within 30 seconds");
        }
    }

    private byte[] sign(String content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static NotifyRefusal forbidden(String message) {
        return new NotifyRefusal(403, "AuthError", message);
    }
}

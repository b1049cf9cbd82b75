package uk.nhs.access.development;

import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;

/** Makes tokens as an identity provider would. */
@UseCase
class Tokens {

    private static final float LIFETIME_MINUTES = 60;

    private final DevelopmentIssuer issuer;
    private final SigningKey key;
    private final DatabaseClock clock;

    Tokens(DevelopmentIssuer issuer, SigningKey key, DatabaseClock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** A token for {@code role}, who signed in {@code age} ago. */
    String mint(Role role, Duration age) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer.issuer().orElseThrow());
        claims.setAudience(issuer.audience().orElseThrow());
        claims.setSubject(role.name());
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFETIME_MINUTES);
        claims.setClaim("scope", String.join(" ", role.scopes()));
        if (!role.methods().isEmpty()) {
            claims.setStringListClaim("amr", role.methods());
            claims.setClaim("auth_time", clock.now().minus(age).getEpochSecond());
        }
        if (role.organisation() != null) {
            claims.setClaim("organisation", role.organisation());
        }
        return sign(claims, key.pair());
    }

    private static String sign(JwtClaims claims, PublicJsonWebKey pair) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(pair.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setKey(pair.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

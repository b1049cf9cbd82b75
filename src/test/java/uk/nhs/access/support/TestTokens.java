package uk.nhs.access.support;

import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A token in the making: good in every respect, until a test spoils it.
 *
 * <p>A token's own times go by the clock of the machine, as they do at an identity provider; only when somebody signed
 * in goes by the database's.
 */
public final class TestTokens {

    public static final String ISSUER = "https://tests.invalid";
    public static final String AUDIENCE = "nhs-account-access";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final JwtClaims claims = new JwtClaims();
    private String algorithm = AlgorithmIdentifiers.RSA_USING_SHA256;
    private @Nullable Key key = TestKeys.trusted().getPrivateKey();
    private @Nullable String keyId = TestKeys.trusted().getKeyId();

    private TestTokens(String subject) {
        Instant now = Instant.now();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setGeneratedJwtId();
        claims.setIssuedAt(date(now));
        claims.setExpirationTime(date(now.plus(LIFETIME)));
    }

    /** A person who signed in with two steps just now, and may do what persons may. */
    public static TestTokens person(String subject) {
        return new TestTokens(subject).scope("account", "phone-changes").twoSteps(MovableClock.now());
    }

    /** A person at the security-code prompt: the password was accepted just now, the second step is outstanding. */
    public static TestTokens lostPhone(String subject) {
        return new TestTokens(subject).scope("recoveries").oneStep(MovableClock.now());
    }

    /** A service that has codes sent and checked. */
    public static TestTokens service(String subject) {
        return new TestTokens(subject).scope("verification-codes");
    }

    /** A Local Administrator of these organisations, who signed in with two steps just now. */
    public static TestTokens administrator(String subject, String... organisations) {
        return new TestTokens(subject)
                .scope("local-administration")
                .twoSteps(MovableClock.now())
                .claim("organisation", List.of(organisations));
    }

    /** Whoever it is: no scope, and no word on how they signed in. */
    public static TestTokens of(String subject) {
        return new TestTokens(subject);
    }

    public TestTokens scope(String... scopes) {
        return claim("scope", String.join(" ", scopes));
    }

    public TestTokens twoSteps(Instant at) {
        return claim("amr", List.of("pwd", "mfa", "sms")).claim("auth_time", at.getEpochSecond());
    }

    /** Signed in with the password only. */
    public TestTokens oneStep(Instant at) {
        return claim("amr", List.of("pwd")).claim("auth_time", at.getEpochSecond());
    }

    public TestTokens issuer(String issuer) {
        return claim("iss", issuer);
    }

    public TestTokens audience(String... audience) {
        return claim("aud", List.of(audience));
    }

    public TestTokens issued(Instant at) {
        return claim("iat", at.getEpochSecond());
    }

    public TestTokens expires(Instant at) {
        return claim("exp", at.getEpochSecond());
    }

    public TestTokens claim(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    public TestTokens without(String claim) {
        claims.unsetClaim(claim);
        return this;
    }

    /** Signed otherwise. What is no signature at all is {@code none} with no key. */
    public TestTokens signed(String algorithm, @Nullable Key key, @Nullable String keyId) {
        this.algorithm = algorithm;
        this.key = key;
        this.keyId = keyId;
        return this;
    }

    public String mint() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setHeader("typ", "JWT");
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}

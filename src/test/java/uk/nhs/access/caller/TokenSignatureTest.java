package uk.nhs.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who signed a token, with which key and how (RFC 8725): the claims of every token here are good ones. */
class TokenSignatureTest {

    private static final TokenMint MINT = new TokenMint();
    private static final String CLAIMS =
            TokenMint.claims(TokenMint.FIRST, TokenMint.AUDIENCE, claims -> {}).toJson();

    @TempDir
    private static Path directory;

    private static CallerSettings settings;

    private TokenChecks checks;

    @BeforeAll
    static void publish() {
        settings = MINT.settings(directory);
    }

    @BeforeEach
    void trust() {
        checks = new TokenChecks(settings);
    }

    static Stream<Arguments> forgeries() throws JoseException {
        Key own = MINT.firstKey.getPrivateKey();
        Key foreign = MINT.strangersKey.getPrivateKey();
        byte[] publicKey = MINT.firstKey.getPublicKey().getEncoded();
        String good = MINT.good();
        String[] parts = good.split("\\.");
        return Stream.of(
                Arguments.of("algorithm none", unsigned("none") + "."),
                Arguments.of("algorithm None", unsigned("None") + "."),
                Arguments.of("algorithm NONE with the signature of another token", unsigned("NONE") + "." + parts[2]),
                Arguments.of("no algorithm", base64("{\"kid\":\"key-1\"}") + "." + parts[1] + "." + parts[2]),
                Arguments.of("the signature left out", parts[0] + "." + parts[1] + "."),
                Arguments.of("HS256 with the public key", hmac(publicKey)),
                Arguments.of("HS256 with the public key as PEM", hmac(pem(publicKey))),
                Arguments.of(
                        "HS256 with the published key",
                        hmac(MINT.firstKey.toJson().getBytes(StandardCharsets.UTF_8))),
                Arguments.of("another key under the same id", signed(foreign, "RS256", Map.of("kid", "key-1"))),
                Arguments.of("another key under no id", signed(foreign, "RS256", Map.of())),
                Arguments.of("an unknown key id", signed(own, "RS256", Map.of("kid", "key-9"))),
                Arguments.of("a path as key id", signed(foreign, "RS256", Map.of("kid", "../../../../etc/passwd"))),
                Arguments.of("an address as key id", signed(foreign, "RS256", Map.of("kid", "https://evil.example/k"))),
                Arguments.of("SQL as key id", signed(foreign, "RS256", Map.of("kid", "' or '1'='1"))),
                Arguments.of("the key in the token", signed(foreign, "RS256", Map.of("jwk", publicParameters()))),
                Arguments.of(
                        "the key in the token under our id",
                        signed(foreign, "RS256", Map.of("jwk", publicParameters(), "kid", "key-1"))),
                Arguments.of(
                        "keys elsewhere",
                        signed(foreign, "RS256", Map.of("jku", "https://evil.example/", "kid", "key-1"))),
                Arguments.of(
                        "a certificate elsewhere", signed(foreign, "RS256", Map.of("x5u", "https://evil.example/"))),
                Arguments.of("the right key with RS384", signed(own, "RS384", Map.of("kid", "key-1"))),
                Arguments.of("the right key with RS512", signed(own, "RS512", Map.of("kid", "key-1"))),
                Arguments.of("the right key with PS256", signed(own, "PS256", Map.of("kid", "key-1"))),
                Arguments.of("ES256 with a published key", TokenMint.sign(CLAIMS, MINT.firstEcKey, "ES256", "key-ec")),
                Arguments.of(
                        "a key that is too short", TokenMint.sign(CLAIMS, MINT.firstShortKey, "RS256", "key-short")),
                Arguments.of("the second issuer's key", TokenMint.sign(CLAIMS, MINT.secondKey, "ES256", "key-1")),
                Arguments.of(
                        "an extension that must be understood",
                        signed(own, "RS256", Map.of("kid", "key-1", "crit", new String[] {"x"}, "x", 1))),
                Arguments.of("other claims", parts[0] + "." + base64(CLAIMS.replace("sam", "kim")) + "." + parts[2]),
                Arguments.of(
                        "another header",
                        base64("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"typ\":\"x\"}")
                                + good.substring(parts[0].length())),
                Arguments.of(
                        "a claim twice",
                        TokenMint.sign(
                                CLAIMS.replaceFirst("\\{", "{\"sub\":\"kim\","), MINT.firstKey, "RS256", "key-1")),
                Arguments.of(
                        "the issuer twice",
                        TokenMint.sign(
                                CLAIMS.replaceFirst("\\{", "{\"iss\":\"https://second.example/\","),
                                MINT.firstKey,
                                "RS256",
                                "key-1")),
                Arguments.of(
                        "null as subject",
                        TokenMint.sign(CLAIMS.replace("\"sam\"", "null"), MINT.firstKey, "RS256", "key-1")),
                Arguments.of(
                        "null as instant of issue",
                        TokenMint.sign(
                                CLAIMS.replaceFirst("\"iat\":[0-9]+", "\"iat\":null"),
                                MINT.firstKey,
                                "RS256",
                                "key-1")),
                Arguments.of("encrypted", encrypted(good)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void a_token_is_refused_for(String what, String token) {
        assertRefused(token);
    }

    @Test
    void where_a_token_says_its_keys_are_does_not_matter() throws ParseException {
        Map<String, Object> headers = Map.of(
                "kid",
                "key-1",
                "jku",
                "https://evil.example/",
                "x5u",
                "https://evil.example/",
                "jwk",
                publicParameters());
        assertThat(accepted(signed(MINT.firstKey.getPrivateKey(), "RS256", headers)))
                .isEqualTo("sam");
    }

    @Test
    void each_issuer_signs_with_its_own_key_and_algorithm() throws ParseException {
        assertThat(accepted(MINT.good())).isEqualTo("sam");
        assertThat(accepted(MINT.second(claims -> {}))).isEqualTo("sam of the second");
        String claims = TokenMint.claims(TokenMint.SECOND, "second-audience", changed -> {})
                .toJson();
        assertRefused(TokenMint.sign(claims, MINT.firstKey, "RS256", "key-1"));
        assertRefused(TokenMint.sign(claims, MINT.firstEcKey, "ES256", "key-1"));
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> accepted(token));
    }

    private String accepted(String token) throws ParseException {
        return checks.parse(token, new JWTAuthContextInfo()).getSubject();
    }

    private static String signed(Key key, String algorithm, Map<String, Object> headers) {
        return TokenMint.sign(CLAIMS, key, algorithm, headers);
    }

    private static String hmac(byte[] secret) {
        return signed(new HmacKey(secret), "HS256", Map.of("kid", "key-1"));
    }

    private static String unsigned(String algorithm) {
        return base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"key-1\"}") + "." + base64(CLAIMS);
    }

    private static String encrypted(String token) throws JoseException {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue("RSA-OAEP-256");
        encryption.setEncryptionMethodHeaderParameter("A256GCM");
        encryption.setContentTypeHeaderValue("JWT");
        encryption.setKey(MINT.firstKey.getPublicKey());
        encryption.setPayload(token);
        return encryption.getCompactSerialization();
    }

    private static Map<String, Object> publicParameters() {
        return MINT.strangersKey.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static byte[] pem(byte[] key) {
        return ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

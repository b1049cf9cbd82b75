package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.access.Defaults;
import uk.nhs.access.crypto.PublishedKey;

/** The keys of events: how they are set, and how one takes over from another. */
class EventTokensTest {

    private static final String FIRST = pkcs8("RSA", 2048);
    private static final String SECOND = pkcs8("RSA", 2048);
    private static final Receiver RECEIVER =
            new Receiver("a", URI.create("https://a.example"), "a", SecurityEvent.Kind.labels(), null);

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "event.issuer", "https://access.example",
            "event.receivers.a.url", "https://a.example/events",
            "event.receivers.a.audience", "a",
            "event.signing-keys", "k1:" + FIRST));

    @TempDir
    Path folder;

    @Test
    void a_key_takes_over_without_a_gap() {
        EventTokens before = with("k1:" + FIRST);
        EventTokens announced = with("k1:" + FIRST + ",k2:" + SECOND);
        EventTokens after = with("k2:" + SECOND + ",k1:" + FIRST);

        assertThat(isGood(token(before), announced)).isTrue();
        assertThat(isGood(token(announced), before)).isTrue();
        assertThat(isGood(token(after), announced)).isTrue();
        assertThat(isGood(token(announced), after)).isTrue();
        assertThat(isGood(token(after), before)).isFalse();
        assertThat(isGood(token(after), with("k2:" + SECOND))).isTrue();
    }

    @Test
    void a_token_says_what_it_is_and_by_which_key() throws JoseException {
        settings.put("event.algorithm", "PS256");
        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(token(tokens()));

        assertThat(token.getHeader("typ")).isEqualTo("secevent+jwt");
        assertThat(token.getAlgorithmHeaderValue()).isEqualTo("PS256");
        assertThat(token.getKeyIdHeaderValue()).isEqualTo("k1");
        assertThat(isGood(token(tokens()), tokens())).isTrue();
    }

    @Test
    void a_key_may_stand_in_a_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + FIRST.replaceAll("(.{64})", "$1\n")
                        + "\n-----END PRIVATE KEY-----\n");

        assertThat(isGood(token(with("k1:" + file)), tokens())).isTrue();
    }

    @Test
    void what_is_published_is_public() {
        assertThat(tokens().published().toString()).doesNotContain(FIRST.substring(100, 140));
        assertThat(tokens().published()).extracting(PublishedKey::kid).containsExactly("k1");
    }

    @Test
    void whoever_has_receivers_needs_a_key_and_a_name() {
        settings.remove("event.signing-keys");
        assertThatIllegalStateException()
                .isThrownBy(this::tokens)
                .withMessageStartingWith("EVENT_SIGNING_KEYS is not set.");
        settings.put("event.throw-away-key", "true");
        assertThat(isGood(token(tokens()), tokens()))
                .as("another start, another key")
                .isFalse();
        settings.remove("event.issuer");
        assertThatIllegalStateException().isThrownBy(this::tokens).withMessageStartingWith("EVENT_ISSUER is not set.");
    }

    @Test
    void where_nobody_listens_neither_is_needed_and_no_key_is_made() {
        settings.keySet().removeIf(name -> name.startsWith("event.receivers."));
        settings.remove("event.signing-keys");
        settings.remove("event.issuer");
        settings.put("event.throw-away-key", "true");

        assertThat(tokens().published()).isEmpty();
    }

    @Test
    void a_key_that_is_listed_is_not_replaced_by_one_to_throw_away() {
        settings.put("event.throw-away-key", "true");

        assertThat(isGood(token(tokens()), tokens())).isTrue();
        assertThat(tokens().published()).extracting(PublishedKey::kid).containsExactly("k1");
    }

    @Test
    void keys_that_cannot_sign_stop_the_start() {
        assertRefused(FIRST, "must list keys as id:file or id:base64");
        assertRefused("k1", "must list keys as id:file or id:base64");
        assertRefused("an id:" + FIRST, "must list keys as id:file or id:base64");
        assertRefused("k1:/no/such/file", "the key k1 is neither a PEM file nor base64 of an RSA key");
        assertRefused("k1:AAAA", "the key k1 is neither");
        assertRefused("k1:" + pkcs8("EC", 256), "the key k1 is neither");
        assertRefused("k1:" + pkcs8("RSA", 1024), "the key k1 must have 2048 bits or more");
        assertRefused("k1:" + FIRST + ",k1:" + SECOND, "the id k1 stands there twice");
    }

    private void assertRefused(String keys, String sentence) {
        assertThatIllegalStateException()
                .isThrownBy(() -> with(keys))
                .withMessageStartingWith("EVENT_SIGNING_KEYS")
                .withMessageContaining(sentence)
                .withMessageNotContaining(FIRST);
    }

    private EventTokens with(String keys) {
        settings.put("event.signing-keys", keys);
        return tokens();
    }

    private EventTokens tokens() {
        return new EventTokens(Defaults.with(EventSettings.class, settings));
    }

    private static String token(EventTokens tokens) {
        Announcement event = Announcement.queue(
                UUID.randomUUID(),
                RECEIVER,
                UUID.randomUUID(),
                new SecurityEvent(SecurityEvent.Kind.ACCOUNT_LOCKED, null),
                "{\"jti\":\"1\"}",
                Instant.EPOCH);
        return tokens.sign(event, RECEIVER);
    }

    /** Whether a receiver that has read these keys takes the token. */
    private static boolean isGood(String token, EventTokens published) {
        Set<String> keys = published.published().stream()
                .map(key -> "{\"kty\":\"%s\",\"use\":\"%s\",\"alg\":\"%s\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
                        .formatted(key.kty(), key.use(), key.alg(), key.kid(), key.n(), key.e()))
                .collect(Collectors.toSet());
        try {
            new JwtConsumerBuilder()
                    .setExpectedAudience("a")
                    .setExpectedIssuer("https://access.example")
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(
                            new JsonWebKeySet("{\"keys\":" + keys + "}").getJsonWebKeys()))
                    .build()
                    .processToClaims(token);
            return true;
        } catch (InvalidJwtException refused) {
            return false;
        } catch (JoseException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String pkcs8(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private static final String SECRET = Rings.secret("k1");

    @Test
    void a_key_is_an_id_and_32_bytes_in_base64() {
        assertThat(Key.parse("2026-11_a:" + SECRET).id()).isEqualTo("2026-11_a");
    }

    @Test
    void blanks_around_its_parts_do_not_matter() {
        byte[] plain = Key.parse("k1:" + SECRET).derive("hash");
        assertThat(Key.parse("  k1: " + SECRET + " \n").derive("hash")).isEqualTo(plain);
    }

    @Test
    void each_use_has_a_key_of_its_own() {
        Key key = Key.parse("k1:" + SECRET);
        assertThat(key.derive("hash a")).hasSize(32).isEqualTo(key.derive("hash a"));
        assertThat(key.derive("hash a")).isNotEqualTo(key.derive("hash b"));
        assertThat(key.derive("seal")).isNotEqualTo(key.derive("hash seal"));
        assertThat(key.derive("hash a")).isNotEqualTo(Base64.getDecoder().decode(SECRET));
    }

    @Test
    void its_text_is_its_id_alone() {
        assertThat(Key.parse("k1:" + SECRET)).hasToString("Key k1");
        assertThat(SigningKey.make("k1")).hasToString("SigningKey k1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                ":%s",
                " :%s",
                "an id:%s",
                "k1=%s",
                "seventeen-letters:%s",
                "ké:%s",
                "k1\n:%s",
                "k1;%s",
            })
    void an_entry_without_a_proper_id_is_refused_with_its_form(String entry) {
        assertRefused(entry.formatted(SECRET), "CRYPTO_KEYS must list keys as id:base64, with ids of 1 to 16 letters");
    }

    static Stream<Arguments> malformedSecrets() {
        byte[] bytes = new byte[64];
        Base64.Encoder base64 = Base64.getEncoder();
        return Stream.of(
                Arguments.of("", "CRYPTO_KEYS: the key k1 must have 32 bytes"),
                Arguments.of(
                        base64.encodeToString(Arrays.copyOf(bytes, 31)), "CRYPTO_KEYS: the key k1 must have 32 bytes"),
                Arguments.of(
                        base64.encodeToString(Arrays.copyOf(bytes, 33)), "CRYPTO_KEYS: the key k1 must have 32 bytes"),
                Arguments.of(base64.encodeToString(bytes), "CRYPTO_KEYS: the key k1 must have 32 bytes"),
                Arguments.of("not base64 at all", "CRYPTO_KEYS: the key k1 is not base64"),
                Arguments.of(SECRET + ":" + SECRET, "CRYPTO_KEYS: the key k1 is not base64"),
                Arguments.of("_" + SECRET.substring(1), "CRYPTO_KEYS: the key k1 is not base64"),
                Arguments.of(
                        SECRET.substring(0, 20) + "%" + SECRET.substring(21), "CRYPTO_KEYS: the key k1 is not base64"));
    }

    @ParameterizedTest
    @MethodSource("malformedSecrets")
    void a_malformed_secret_is_refused_with_the_id_of_its_key(String secret, String sentence) {
        assertRefused("k1:" + secret, sentence);
    }

    /** Neither the sentence nor a cause that a log would print shows the key. */
    private static void assertRefused(String entry, String sentence) {
        Throwable refused = catchThrowable(() -> Key.parse(entry));
        assertThat(refused).isInstanceOf(IllegalStateException.class).hasMessage(sentence);
        assertThat(refused).hasStackTraceContaining(sentence);
        Stream.iterate(refused, cause -> cause != null, Throwable::getCause)
                .forEach(cause -> assertThat(cause.toString()).doesNotContain(SECRET.substring(0, 8)));
    }
}

package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void a_token_is_256_bits_in_base64url_without_padding() {
        String value = SecretToken.random().value();
        assertThat(value).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(value)).hasSize(32);
    }

    @Test
    void no_two_tokens_are_the_same() {
        assertThat(Stream.generate(SecretToken::random).limit(10_000).collect(Collectors.toSet()))
                .hasSize(10_000);
    }

    @Test
    void every_bit_is_set_about_half_of_the_time() {
        int tokens = 10_000;
        int[] set = new int[256];
        for (int i = 0; i < tokens; i++) {
            byte[] bytes = Base64.getUrlDecoder().decode(SecretToken.random().value());
            for (int bit = 0; bit < set.length; bit++) {
                set[bit] += bytes[bit / 8] >> bit % 8 & 1;
            }
        }
        // Six standard deviations: all of the bits stay within them but once in a million runs.
        assertThat(Arrays.stream(set).boxed()).allMatch(count -> Math.abs(count - tokens / 2) <= 300);
    }

    @Test
    void it_is_stored_as_the_sha256_of_its_text() throws NoSuchAlgorithmException {
        SecretToken token = SecretToken.random();
        assertThat(token.sha256())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(token.value().getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void another_case_or_a_part_of_it_has_another_hash() {
        SecretToken token = new SecretToken("aBcdefghijklmnopqrstuvwxyz0123456789-_ABCDE");
        assertThat(new SecretToken(token.value().toLowerCase()).sha256()).isNotEqualTo(token.sha256());
        assertThat(new SecretToken(token.value().substring(1)).sha256()).isNotEqualTo(token.sha256());
        assertThat(new SecretToken(token.value() + "=").sha256()).isNotEqualTo(token.sha256());
    }

    @Test
    void its_text_hides_it() {
        assertThat(SecretToken.random()).hasToString("SecretToken[hidden]");
    }
}

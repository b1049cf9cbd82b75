package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;

/** What must be true of hashes, seals, codes, tokens and keys, whatever they are made of. */
class GeneratedSecretsTest {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final KeyedHashes hashes = Rings.hashes();
    private final Sealer sealer = Rings.sealer();

    @Test
    void a_hash_is_of_these_fields_in_this_order_and_of_no_others_that_read_alike() {
        Cases.each(2_000, chance -> {
            List<String> fields = chance.several(0, 4, () -> chance.text("ab\u0000", 0, 3));
            List<String> others = chance.several(0, 4, () -> chance.text("ab\u0000", 0, 3));

            KeyedHash hash = hashes.hash("test", fields.toArray());

            assertThat(hashes.matches(hash, "test", fields.toArray())).isTrue();
            assertThat(hashes.matches(hash, "test", others.toArray())).isEqualTo(fields.equals(others));
            assertThat(hashes.matches(hash, "tests", fields.toArray())).isFalse();
            assertThat(hashes.fingerprint("test", fields.toArray())
                            .equals(hashes.fingerprint("test", others.toArray())))
                    .isEqualTo(fields.equals(others));
        });
    }

    @Test
    void what_is_sealed_opens_as_it_was_for_its_owner_alone_and_not_if_a_bit_of_it_was_changed() {
        Cases.each(1_000, chance -> {
            String text = chance.anything(200).replaceAll("[\uD800-\uDFFF]", "x");
            Sealed sealed = Sealed.of(sealer.seal("owner", text).text());
            assertThat(sealer.open("owner", sealed)).isEqualTo(text);

            byte[] bytes = sealed.bytes().clone();
            bytes[chance.between(0, bytes.length - 1)] ^= (byte) (1 << chance.between(0, 7));
            Sealed changed = new Sealed(sealed.keyId(), bytes);
            assertThatIllegalStateException().isThrownBy(() -> sealer.open("owner", changed));
            assertThatIllegalStateException().isThrownBy(() -> sealer.open(chance.twisted("owner") + ".", sealed));
        });
    }

    @Test
    void a_key_is_read_as_it_was_written_and_whatever_is_none_is_named_without_its_secret() {
        Cases.each(3_000, chance -> {
            String id = chance.text("abcXYZ019_-", 1, 16);
            String written = id + ":" + Rings.secret(id);
            assertThat(Key.parse(" " + written + "\n").id()).isEqualTo(id);
            assertThat(Key.parse(written).derive("use"))
                    .isEqualTo(Key.parse(written).derive("use"));

            String twisted = chance.oneIn(2) ? chance.twisted(written) : chance.text(BASE64 + ":=", 0, 60);
            refusal(twisted)
                    .ifPresent(message -> assertThat(message)
                            .startsWith("CRYPTO_KEYS")
                            .doesNotContain(Rings.secret(id).substring(0, 20)));
        });
    }

    @Test
    void codes_and_tokens_have_their_shape_and_do_not_show_themselves() {
        Cases.each(2_000, chance -> {
            int digits = chance.between(6, 10);
            SecurityCode code = SecurityCode.random(digits);
            assertThat(code.digits()).matches("[0-9]{" + digits + "}");
            assertThat(code.toString()).doesNotContain(code.digits());

            SecretToken token = SecretToken.random();
            assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
            assertThat(token.sha256()).hasSize(32).isEqualTo(new SecretToken(token.value()).sha256());
            assertThat(token.toString()).doesNotContain(token.value());

            TemporaryPassword password = TemporaryPassword.random();
            assertThat(password.value()).matches("[a-km-np-z2-9]{16}");
            assertThat(password.toString()).doesNotContain(password.value());
        });
    }

    @Test
    void two_secrets_are_equal_exactly_if_they_are_the_same() {
        Cases.each(3_000, chance -> {
            String one = chance.text("ab", 0, 4);
            String other = chance.text("ab", 0, 4);
            assertThat(Secrets.equal(one, other)).isEqualTo(one.equals(other));
        });
    }

    /** Why this is no key, if it is none. */
    private static Optional<String> refusal(String text) {
        try {
            Key.parse(text);
            return Optional.empty();
        } catch (IllegalStateException malformed) {
            return Optional.of(malformed.getMessage());
        }
    }
}

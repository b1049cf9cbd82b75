package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final String TEXT = "012345 is your security code";

    private final UUID owner = UUID.randomUUID();
    private final Sealer sealer = new Sealer(Rings.of("k1"));
    private final Sealed sealed = sealer.seal(owner, TEXT);

    @ParameterizedTest
    @ValueSource(strings = {"", "0", TEXT, "Mae’r côd yn gywir 😀", "line\r\nline\u0000"})
    void what_was_sealed_opens_for_its_owner(String text) {
        assertThat(sealer.open(owner, sealer.seal(owner, text))).isEqualTo(text);
    }

    @Test
    void a_very_long_text_opens_too() {
        String text = "ŵ".repeat(100_000);
        assertThat(sealer.open(owner, sealer.seal(owner, text))).isEqualTo(text);
    }

    @Test
    void it_does_not_open_for_another_owner() {
        assertDoesNotOpen(sealer, UUID.randomUUID(), sealed);
        assertDoesNotOpen(sealer, "", sealed);
    }

    @Test
    void with_any_one_bit_flipped_it_does_not_open() {
        for (int bit = 0; bit < sealed.bytes().length * 8; bit++) {
            byte[] flipped = sealed.bytes().clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertDoesNotOpen(sealer, owner, new Sealed("k1", flipped));
        }
    }

    @Test
    void cut_short_or_made_longer_it_does_not_open() {
        byte[] bytes = sealed.bytes();
        assertDoesNotOpen(sealer, owner, new Sealed("k1", Arrays.copyOf(bytes, bytes.length - 1)));
        assertDoesNotOpen(sealer, owner, new Sealed("k1", Arrays.copyOf(bytes, bytes.length + 1)));
        assertThatRuntimeException().isThrownBy(() -> sealer.open(owner, new Sealed("k1", Arrays.copyOf(bytes, 12))));
        assertThatRuntimeException().isThrownBy(() -> sealer.open(owner, new Sealed("k1", new byte[0])));
    }

    @Test
    void after_a_rotation_it_still_opens_and_new_texts_take_the_new_key() {
        Sealer rotated = new Sealer(Rings.of("k2", "k1"));
        assertThat(rotated.open(owner, sealed)).isEqualTo(TEXT);
        assertThat(rotated.seal(owner, TEXT).keyId()).isEqualTo("k2");
    }

    @Test
    void under_a_retired_key_it_does_not_open_and_the_key_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Sealer(Rings.of("k2")).open(owner, sealed))
                .withMessageContaining("k1");
    }

    @Test
    void under_the_name_of_another_key_it_does_not_open() {
        assertDoesNotOpen(new Sealer(Rings.of("k2", "k1")), owner, new Sealed("k2", sealed.bytes()));
        assertDoesNotOpen(new Sealer(Rings.listing("k1:" + Rings.secret("another"))), owner, sealed);
    }

    @Test
    void the_same_text_sealed_again_looks_different() {
        Set<String> seals = new HashSet<>();
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String bytes = new String(sealer.seal(owner, TEXT).bytes(), StandardCharsets.ISO_8859_1);
            seals.add(bytes.substring(12));
            nonces.add(bytes.substring(0, 12));
        }
        assertThat(seals).hasSize(1_000);
        assertThat(nonces).hasSize(1_000);
    }

    @Test
    void no_part_of_the_text_is_in_its_bytes() {
        String bytes = new String(sealed.bytes(), StandardCharsets.ISO_8859_1);
        for (int i = 0; i + 4 <= TEXT.length(); i++) {
            assertThat(bytes).doesNotContain(TEXT.substring(i, i + 4));
        }
    }

    private static void assertDoesNotOpen(Sealer sealer, Object owner, Sealed sealed) {
        assertThatIllegalStateException()
                .isThrownBy(() -> sealer.open(owner, sealed))
                .withMessage("A sealed text does not open: wrong key, or not as it was written");
    }
}

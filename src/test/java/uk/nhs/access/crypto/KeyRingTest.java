package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class KeyRingTest {

    @Test
    void the_first_key_is_used_for_what_is_new() {
        assertThat(Rings.of("new", "old").current().id()).isEqualTo("new");
    }

    @Test
    void the_others_are_still_found_by_their_ids() {
        KeyRing ring = Rings.of("new", "old");
        assertThat(ring.knows("old")).isTrue();
        assertThat(ring.named("old").derive("hash"))
                .isEqualTo(Rings.of("old").current().derive("hash"));
    }

    @Test
    void a_retired_key_that_is_still_needed_is_named() {
        KeyRing ring = Rings.of("new");
        assertThat(ring.knows("old")).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> ring.named("old"))
                .withMessage("The key old is still in use, but CRYPTO_KEYS does not list it");
    }

    @Test
    void an_empty_list_is_refused() {
        assertThatIllegalStateException().isThrownBy(Rings::of).withMessage("CRYPTO_KEYS lists no key");
    }

    @Test
    void an_id_that_stands_there_twice_is_refused() {
        String other = "k1:" + Rings.secret("k2");
        assertThatIllegalStateException()
                .isThrownBy(() -> Rings.listing(Rings.entry("k1"), other))
                .withMessage("CRYPTO_KEYS: the id k1 stands there twice");
    }

    @Test
    void one_malformed_key_among_good_ones_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Rings.listing(Rings.entry("k1"), "k2:short"))
                .withMessageStartingWith("CRYPTO_KEYS: the key k2 ")
                .withMessageNotContaining("short");
    }
}

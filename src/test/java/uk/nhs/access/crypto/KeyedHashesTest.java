package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyedHashesTest {

    private static final String USE = "code";
    private static final Object[] FIELDS = {"id", "purpose", "account", "+447700900123", "012345"};

    private final KeyedHashes hashes = new KeyedHashes(Rings.of("k1"));
    private final KeyedHash hash = hashes.hash(USE, FIELDS);

    @Test
    void the_same_fields_match() {
        assertThat(hashes.matches(hash, USE, FIELDS)).isTrue();
        assertThat(hash.value()).hasSize(32);
        assertThat(hash.keyId()).isEqualTo("k1");
    }

    @Test
    void a_change_of_any_one_field_fails() {
        for (int i = 0; i < FIELDS.length; i++) {
            Object[] changed = FIELDS.clone();
            changed[i] = FIELDS[i] + "x";
            assertThat(hashes.matches(hash, USE, changed)).as("field %d", i).isFalse();
            changed[i] = "";
            assertThat(hashes.matches(hash, USE, changed)).as("field %d", i).isFalse();
        }
    }

    @Test
    void another_content_of_the_same_length_fails() {
        for (int i = 0; i < FIELDS.length; i++) {
            Object[] changed = FIELDS.clone();
            changed[i] = FIELDS[i].toString().replaceFirst(".$", "~");
            assertThat(hashes.matches(hash, USE, changed)).as("field %d", i).isFalse();
            assertThat(hashes.fingerprint(USE, changed)).isNotEqualTo(hashes.fingerprint(USE, FIELDS));
        }
    }

    static Stream<Arguments> shifts() {
        return Stream.of(
                Arguments.of(fields("ab", "c"), fields("a", "bc")),
                Arguments.of(fields("ab", "c"), fields("abc", "")),
                Arguments.of(fields("ab", "c"), fields("", "abc")),
                Arguments.of(fields("ab", "c"), fields("abc")),
                Arguments.of(fields("ab", "c"), fields("c", "ab")),
                Arguments.of(fields("ab", "c"), fields("ab", "c", "")),
                Arguments.of(fields("", ""), fields("")),
                Arguments.of(fields("a"), fields("\u0000\u0000\u0000\u0001a")),
                Arguments.of(fields("a", "b"), fields("a\u0000\u0000\u0000\u0001b")),
                Arguments.of(fields("a", "b"), fields("a,b")));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void fields_cannot_run_into_each_other(Object[] these, Object[] others) {
        assertThat(hashes.matches(hashes.hash(USE, these), USE, others)).isFalse();
        assertThat(hashes.matches(hashes.hash(USE, others), USE, these)).isFalse();
        assertThat(hashes.fingerprint(USE, these)).isNotEqualTo(hashes.fingerprint(USE, others));
    }

    @Test
    void another_use_fails() {
        assertThat(hashes.matches(hash, "send limit", FIELDS)).isFalse();
        assertThat(hashes.matches(hash, "", FIELDS)).isFalse();
    }

    @Test
    void another_key_under_the_same_id_fails() {
        KeyedHashes others = new KeyedHashes(Rings.listing("k1:" + Rings.secret("another")));
        assertThat(others.matches(hash, USE, FIELDS)).isFalse();
    }

    @Test
    void a_flipped_bit_fails() {
        for (int bit = 0; bit < 256; bit++) {
            byte[] flipped = hash.value().clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(hashes.matches(new KeyedHash("k1", flipped), USE, FIELDS))
                    .isFalse();
        }
    }

    @Test
    void a_part_of_a_hash_fails() {
        assertThat(hashes.matches(new KeyedHash("k1", new byte[0]), USE, FIELDS))
                .isFalse();
        assertThat(hashes.matches(new KeyedHash("k1", Arrays.copyOf(hash.value(), 31)), USE, FIELDS))
                .isFalse();
    }

    @Test
    void after_a_rotation_hashes_under_the_older_key_still_match() {
        KeyedHashes rotated = new KeyedHashes(Rings.of("k2", "k1"));
        assertThat(rotated.matches(hash, USE, FIELDS)).isTrue();
        assertThat(rotated.matches(hash, USE, "other")).isFalse();
        assertThat(rotated.hash(USE, FIELDS).keyId()).isEqualTo("k2");
    }

    @Test
    void under_a_retired_key_nothing_matches() {
        assertThat(new KeyedHashes(Rings.of("k2")).matches(hash, USE, FIELDS)).isFalse();
    }

    @Test
    void a_hash_does_not_match_under_the_name_of_another_key() {
        KeyedHashes both = new KeyedHashes(Rings.of("k2", "k1"));
        assertThat(both.matches(new KeyedHash("k2", hash.value()), USE, FIELDS)).isFalse();
    }

    @Test
    void a_fingerprint_is_the_same_every_time_until_the_key_is_rotated() {
        assertThat(hashes.fingerprint(USE, FIELDS)).matches("[0-9a-f]{32}").isEqualTo(hashes.fingerprint(USE, FIELDS));
        assertThat(new KeyedHashes(Rings.of("k2", "k1")).fingerprint(USE, FIELDS))
                .isNotEqualTo(hashes.fingerprint(USE, FIELDS));
        assertThat(hashes.fingerprint("another use", FIELDS)).isNotEqualTo(hashes.fingerprint(USE, FIELDS));
    }

    private static Object[] fields(Object... fields) {
        return fields;
    }

    @Test
    void a_name_given_under_another_key_of_the_ring_is_found_again() {
        KeyedHashes before = new KeyedHashes(Rings.of("k1", "k2"));
        KeyedHashes after = new KeyedHashes(Rings.of("k2", "k1"));

        assertThat(before.underEachKey().get(0).of(USE, FIELDS)).isEqualTo(before.fingerprint(USE, FIELDS));
        assertThat(after.underEachKey().get(1).of(USE, FIELDS)).isEqualTo(before.fingerprint(USE, FIELDS));
        assertThat(before.underEachKey().get(1).of(USE, FIELDS)).isEqualTo(after.fingerprint(USE, FIELDS));
    }
}

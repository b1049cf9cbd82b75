package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlowHashesTest {

    private static final String USE = "password";
    private static final String SECRET = "kettle orange bus";
    private static final Map<String, String> CHEAP =
            Map.of("crypto.slow-hash.memory", "64", "crypto.slow-hash.passes", "1");

    private final SlowHashes hashes = Rings.slowHashes(Rings.of("k1"), CHEAP);
    private final String hash = hashes.hash(USE, SECRET);

    /** RFC 9106, section 5.3. */
    @Test
    void the_vector_of_the_standard_comes_out() {
        byte[] tag = Argon2id.tag(new Argon2id.Cost(32, 3, 4), of(2, 16), of(3, 8), of(4, 12), of(1, 32));

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    void the_cost_is_what_was_decided_and_stands_in_the_hash_with_the_id_of_the_key() {
        String standard = Rings.slowHashes(Rings.of("k1"), Map.of()).hash(USE, SECRET);

        assertThat(standard)
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1,keyid=azE\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(Argon2id.parse(standard).phc()).isEqualTo(standard);
        assertThat(Argon2id.parse(standard).salt()).hasSize(16);
    }

    @Test
    void the_same_secret_matches_and_its_hash_is_another_each_time() {
        assertThat(hashes.matches(hash, USE, SECRET)).isTrue();
        assertThat(hashes.hash(USE, SECRET)).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({"kettle orange bu", "kettle orange buS", "'kettle orange bus '", "''"})
    void another_secret_does_not(String other) {
        assertThat(hashes.matches(hash, USE, other)).isFalse();
    }

    @Test
    void a_long_secret_counts_to_its_last_character() {
        String longest = "ŵ".repeat(128);
        String stored = hashes.hash(USE, longest + "a");

        assertThat(hashes.matches(stored, USE, longest + "b")).isFalse();
        assertThat(hashes.matches(stored, USE, longest + "a")).isTrue();
    }

    @Test
    void another_use_or_another_key_of_the_same_id_does_not_match() {
        assertThat(hashes.matches(hash, "security answer", SECRET)).isFalse();
        assertThat(Rings.slowHashes(Rings.listing("k1:" + Rings.secret("another")), CHEAP)
                        .matches(hash, USE, SECRET))
                .isFalse();
    }

    @Test
    void without_the_key_the_hash_of_the_secret_is_worth_nothing() {
        Argon2id stored = Argon2id.parse(hash);
        byte[] keyless = stored.tagOf(new byte[0], SECRET.getBytes(StandardCharsets.UTF_8));

        assertThat(keyless).isNotEqualTo(stored.tag());
    }

    @Test
    void after_a_rotation_the_older_key_still_opens_and_the_hash_is_dated() {
        SlowHashes rotated = Rings.slowHashes(Rings.of("k2", "k1"), CHEAP);

        assertThat(rotated.matches(hash, USE, SECRET)).isTrue();
        assertThat(rotated.isDated(hash)).isTrue();
        assertThat(rotated.isDated(rotated.hash(USE, SECRET))).isFalse();
        assertThat(hashes.isDated(hash)).isFalse();
    }

    @Test
    void under_a_retired_key_nothing_matches() {
        assertThat(Rings.slowHashes(Rings.of("k2"), CHEAP).matches(hash, USE, SECRET))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"memory, 128", "passes, 2", "lanes, 2"})
    void a_hash_of_another_cost_matches_and_is_dated(String parameter, String value) {
        Map<String, String> settings = new HashMap<>(CHEAP);
        settings.put("crypto.slow-hash." + parameter, value);
        SlowHashes dearer = Rings.slowHashes(Rings.of("k1"), settings);

        assertThat(dearer.matches(hash, USE, SECRET)).isTrue();
        assertThat(dearer.isDated(hash)).isTrue();
    }

    static Stream<String> strangers() {
        String tag = "A".repeat(43);
        String salt = "A".repeat(22);
        return Stream.of(
                "",
                "{noop}secret",
                "$2b$12$" + "A".repeat(53),
                "$argon2i$v=19$m=64,t=1,p=1,keyid=azE$" + salt + "$" + tag,
                "$argon2id$v=16$m=64,t=1,p=1,keyid=azE$" + salt + "$" + tag,
                "$argon2id$v=19$m=64,t=1,p=1$" + salt + "$" + tag,
                "$argon2id$v=19$m=-1,t=1,p=1,keyid=azE$" + salt + "$" + tag,
                "$argon2id$v=19$m=64,t=1,p=1,keyid=azE$" + salt + "$" + tag.substring(1),
                "$argon2id$v=19$m=64,t=1,p=1,keyid=azE$" + salt + "$" + tag + "\n");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void what_is_no_hash_of_ours_is_refused_without_being_repeated(String stranger) {
        assertThatIllegalStateException()
                .isThrownBy(() -> hashes.matches(stranger, USE, SECRET))
                .withMessage("A stored hash is not one of ours");
    }

    @Test
    void pretending_costs_what_a_comparison_costs() {
        SlowHashes standard = Rings.slowHashes(Rings.of("k1"), Map.of());
        String stored = standard.hash(USE, SECRET);
        IntStream.range(0, 5).forEach(warm -> standard.pretend(USE, SECRET));

        long comparison = Long.MAX_VALUE;
        long pretence = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) { // in turn, so that other work on the machine slows both
            comparison = Math.min(comparison, time(() -> standard.matches(stored, USE, "wrong")));
            pretence = Math.min(pretence, time(() -> standard.pretend(USE, "wrong")));
        }

        assertThat((double) pretence / comparison).isBetween(0.5, 2.0);
    }

    @Test
    void a_hash_is_not_shown_in_passing() {
        assertThat(Argon2id.parse(hash).toString()).isEqualTo("Argon2id[hidden]");
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static byte[] of(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

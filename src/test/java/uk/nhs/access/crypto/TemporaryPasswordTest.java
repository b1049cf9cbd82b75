package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemporaryPasswordTest {

    private final List<String> many = Stream.generate(TemporaryPassword::random)
            .limit(2_000)
            .map(TemporaryPassword::value)
            .toList();

    @Test
    void it_has_16_characters_of_32_that_nobody_takes_for_one_another() {
        assertThat(many).allMatch(password -> password.matches("[a-km-np-z2-9]{16}"));
        Set<Integer> used = many.stream().flatMapToInt(String::chars).boxed().collect(Collectors.toSet());
        assertThat(used).hasSize(32);
    }

    @Test
    void every_character_is_as_likely_at_every_place() {
        for (int place = 0; place < 16; place++) {
            int at = place;
            many.stream()
                    .collect(Collectors.groupingBy(password -> password.charAt(at), Collectors.counting()))
                    .forEach((character, times) ->
                            assertThat(times).as("%s at %s", character, at).isBetween(20L, 120L));
        }
    }

    @Test
    void none_comes_twice() {
        assertThat(many).doesNotHaveDuplicates();
    }

    @Test
    void it_is_not_shown_in_passing() {
        assertThat(TemporaryPassword.random()).hasToString("TemporaryPassword[hidden]");
    }

    @Test
    void one_that_nobody_is_told_is_longer_and_of_all_kinds_of_characters() {
        assertThat(TemporaryPassword.unknown().value()).matches("Aa2-[a-km-np-z2-9]{32}");
        assertThat(TemporaryPassword.unknown()).isNotEqualTo(TemporaryPassword.unknown());
    }
}

package uk.nhs.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Al, al, false",
        "Ali, ali, true",
        "Ali, ALI-1999!, true",
        "Robin, r0b1n, true",
        "Lily, 1i1y, true",
        "Zoë, zoe zoe, true",
        "Robin, robin4567890, true",
        "Robin, robinabcdefg, true",
        "Robin, robinabcdefgh, false",
        "Robin, tulip, false",
        "𝒜𝒷𝒸, abc, true",
        "𐐀𐐁, 𐐀𐐁, true"
    })
    void a_password_is_made_of_words_if_it_holds_one_and_less_than_eight_letters_besides(
            String words, String password, boolean made) {
        assertThat(Words.of(Stream.of(words)).isIn(new TypedPassword(password))).isEqualTo(made);
    }

    @Test
    void they_are_not_shown_in_passing() {
        assertThat(Words.of(Stream.of("Robin"))).hasToString("Words[hidden]");
    }
}

package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "The Grey Seal, the grey seal",
        "THE GREY SEAL, the grey seal",
        "'  The   Grey\tSeal ', the grey seal",
        "'The\u00A0Grey\u3000Seal', the grey seal",
        "Ｔｈｅ Ｇｒｅｙ Ｓｅａｌ, the grey seal",
        "The\u200B Grey Se\u00ADal\uFEFF, the grey seal",
        "caf\u0065\u0301, café",
        "caf\u0065\u200B\u0301, café",
        "Σ'ΟΔΟΣ, ς’οδος",
        "CAFÉ, café",
        "Straße, strasse",
        "STRASSE, strasse",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδοσ",
        "Οδός Σίγμα, οδόσ σίγμα",
        "ﬁsh, fish",
        "１２３４, 1234",
        "St John’s, 'st john''s'",
        "'St John''s', 'st john''s'",
        "Żółw, żółw",
        "東京タワー, 東京タワー",
        "ﾄｳｷｮｳ, トウキョウ"
    })
    void how_an_answer_was_typed_does_not_matter(String typed, String plain) {
        assertThat(TypedAnswer.of(typed)).isEqualTo(TypedAnswer.of(plain));
    }

    @ParameterizedTest
    @CsvSource({"the grey seal, the gray seal", "cafe, café", "seal, seals", "о\u0441\u0430, oca"})
    void another_answer_stays_another(String one, String other) {
        assertThat(TypedAnswer.of(one)).isNotEqualTo(TypedAnswer.of(other));
    }

    @Test
    void what_is_left_is_left_as_it_is_when_it_is_read_again() {
        List<String> letters = IntStream.range(0, Character.MIN_SUPPLEMENTARY_CODE_POINT)
                .filter(letter -> !Character.isSurrogate((char) letter))
                .mapToObj(Character::toString)
                .toList();
        for (String typed : letters) {
            TypedAnswer once = TypedAnswer.of(typed);
            assertThat(TypedAnswer.of(once.plain())).as(typed).isEqualTo(once);
        }
    }

    @Test
    void it_is_not_shown_in_passing() {
        assertThat(TypedAnswer.of("The Grey Seal").toString()).isEqualTo("TypedAnswer[hidden]");
    }
}

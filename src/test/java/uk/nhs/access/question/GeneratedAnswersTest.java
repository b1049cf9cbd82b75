package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.SomeAccount;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;

/** What must be true of whatever somebody types as an answer. */
class GeneratedAnswersTest {

    private static final AnswerPolicy POLICY = AnswerPolicy.of(SomeAccount.open());

    @Test
    void what_is_left_of_an_answer_is_left_as_it_is_when_it_is_read_again() {
        Cases.each(20_000, chance -> {
            String typed = typed(chance);
            TypedAnswer once = TypedAnswer.of(typed);

            assertThat(TypedAnswer.of(once.plain())).as(escaped(typed)).isEqualTo(once);
        });
    }

    @Test
    void it_does_not_matter_how_the_same_answer_is_typed() {
        Cases.each(20_000, chance -> {
            String typed = chance.text("abcxyz ëŵ'éÀßΣ１２3", 1, 12);
            TypedAnswer answer = TypedAnswer.of(typed);

            assertThat(TypedAnswer.of(typed.toUpperCase(Locale.ROOT))).as(typed).isEqualTo(answer);
            assertThat(TypedAnswer.of(Normalizer.normalize(typed, chance.of(Normalizer.Form.values()))))
                    .as(typed)
                    .isEqualTo(answer);
            assertThat(TypedAnswer.of("\t" + typed.replace(" ", "\u00A0 ") + "\u3000"))
                    .as(typed)
                    .isEqualTo(answer);
            int middle = chance.between(0, typed.length());
            assertThat(TypedAnswer.of(typed.substring(0, middle)
                            + chance.of("\u200B", "\u00AD", "\uFEFF")
                            + typed.substring(middle)))
                    .as(typed)
                    .isEqualTo(answer);
            assertThat(TypedAnswer.of(typed.replace('\'', '’'))).as(typed).isEqualTo(answer);
        });
    }

    @Test
    void whatever_is_typed_is_judged_and_what_is_taken_is_neither_short_nor_long_nor_nothing_but_signs() {
        Cases.each(10_000, chance -> {
            TypedAnswer answer =
                    TypedAnswer.of(chance.oneIn(10) ? "ab c".repeat(chance.between(1, 100)) : typed(chance));
            Choice choice = new Choice(new Question(chance.of(StandardQuestion.values()), null), answer);

            if (POLICY.fault(choice).isEmpty()) {
                assertThat(answer.length()).isBetween(AnswerPolicy.SHORTEST, AnswerPolicy.LONGEST);
                assertThat(answer.words()).isNotEmpty();
                assertThat(answer.plain()).isEqualTo(answer.plain().strip()).doesNotContain("  ");
            }
        });
    }

    private static String typed(Chance chance) {
        return chance.oneIn(2) ? chance.anything(12) : chance.twisted("The Grey Seal");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(each -> escaped.append("\\u%04X".formatted(each)));
        return escaped.toString();
    }
}

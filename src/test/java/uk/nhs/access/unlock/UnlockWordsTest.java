package uk.nhs.access.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.language.Language;
import uk.nhs.access.question.Question;
import uk.nhs.access.question.StandardQuestion;

class UnlockWordsTest {

    @ParameterizedTest
    @EnumSource
    void what_was_chosen_is_said_in_each_language(UnlockChoice choice) {
        assertThat(UnlockWords.completed(choice, Language.ENGLISH)).startsWith("Your account is unlocked.");
        assertThat(UnlockWords.completed(choice, Language.WELSH)).startsWith("Mae eich cyfrif");
    }

    @ParameterizedTest
    @EnumSource
    void a_standard_question_is_asked_in_its_own_words(Language language) {
        AskedQuestion asked = AskedQuestion.from(new Question(StandardQuestion.FIRST_FILM, null));

        assertThat(asked).isEqualTo(AskedQuestion.standard(StandardQuestion.FIRST_FILM));
        assertThat(asked.text(language)).isEqualTo(StandardQuestion.FIRST_FILM.text(language));
    }

    @Test
    void the_words_of_an_own_question_are_not_said_to_whoever_may_be_anybody() {
        AskedQuestion asked = AskedQuestion.from(new Question(null, "Where did the boat lie?"));

        assertThat(asked.text(Language.ENGLISH)).isEqualTo("The question that you wrote yourself");
        assertThat(asked.text(Language.WELSH)).startsWith("Y cwestiwn");
    }
}

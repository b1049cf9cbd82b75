package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.language.Language;

class StandardQuestionTest {

    @ParameterizedTest
    @EnumSource
    void each_question_is_asked_in_each_language(StandardQuestion question) {
        for (Language language : Language.values()) {
            assertThat(question.text(language)).endsWith("?").hasSizeBetween(10, 150);
        }
        assertThat(question.text(Language.WELSH)).isNotEqualTo(question.text(Language.ENGLISH));
    }

    @Test
    void no_question_is_asked_twice() {
        for (Language language : Language.values()) {
            assertThat(Arrays.stream(StandardQuestion.values()).map(question -> question.text(language)))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_fault_is_told_in_each_language(AnswerFault fault) {
        assertThat(fault.text(Language.ENGLISH)).isNotBlank().isNotEqualTo(fault.text(Language.WELSH));
        assertThat(fault.text(Language.WELSH)).isNotBlank();
    }
}

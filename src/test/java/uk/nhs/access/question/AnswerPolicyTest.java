package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.Subject;
import uk.nhs.access.language.Language;

class AnswerPolicyTest {

    private final AnswerPolicy policy = AnswerPolicy.of(Account.open(
            new Subject("https://tests.invalid", "siân"),
            new Holder("Siân O’Connor-Pugh", null),
            null,
            List.of(new EmailAddress("sian.pugh+work@example.nhs.uk"), new EmailAddress("s1@example.org"))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Grey Seal",
                "Abq",
                "東京塔",
                "Żółw",
                "1987",
                "Siân Phillips",
                "the first film noir",
                "rhosllannerchrugog",
                "no. 5 Chapel Row"
            })
    void an_answer_that_only_its_owner_knows_is_taken(String answer) {
        assertThat(fault(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOO_SHORT",
        "' ', TOO_SHORT",
        "a, TOO_SHORT",
        "ab, TOO_SHORT",
        "' a b ', COMMON",
        "東京, TOO_SHORT",
        "'a\u200Bb\u200B', TOO_SHORT",
        "'?!?', TOO_SHORT"
    })
    void fewer_than_three_characters_are_too_few(String answer, AnswerFault fault) {
        assertThat(fault(answer)).isEqualTo(Optional.ofNullable(fault));
    }

    @Test
    void two_hundred_characters_are_taken_and_one_more_is_not() {
        String long_enough = "ŵ a".repeat(66) + "bc";

        assertThat(long_enough).hasSize(200);
        assertThat(fault(long_enough)).isEmpty();
        assertThat(fault(long_enough + "d")).contains(AnswerFault.TOO_LONG);
        assertThat(fault("  " + long_enough + "  ")).isEmpty();
        assertThat(fault("ab".repeat(5_000))).contains(AnswerFault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "PassWord", " p a s s w o r d ", "123", "1234", "１２３４", "١٢٣٤", "4321", "1 2 3", "abcd",
                        "zyx",
                "aaa", "AAAaaa", "ababab", "1212", "qwerty", "don't know", "Don’t know", "n/a", "cyfrinair", "dim byd",
                        "nhs"
            })
    void what_is_guessed_first_is_refused(String answer) {
        assertThat(fault(answer)).contains(AnswerFault.COMMON);
    }

    @ParameterizedTest
    @EnumSource
    void the_question_again_is_no_answer_in_either_language(StandardQuestion standard) {
        Question question = new Question(standard, null);

        for (Language language : Language.values()) {
            assertThat(fault(question, standard.text(language))).contains(AnswerFault.LIKE_THE_QUESTION);
        }
    }

    @ParameterizedTest
    @CsvSource({"blue", "GREEN", "blue or green", "my colour", "colour?"})
    void nor_is_what_the_question_says_already(String answer) {
        Question own = new Question(null, "Is my favourite colour blue or green?");

        assertThat(fault(own, answer)).contains(AnswerFault.LIKE_THE_QUESTION);
        assertThat(fault(own, "dark blue")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Siân",
                "SIÂN O'CONNOR",
                "pugh",
                "Connor Pugh",
                "sian.pugh+work@example.nhs.uk",
                "sian pugh",
                "example",
                "?Siân!"
            })
    void the_owners_name_or_address_is_refused(String answer) {
        assertThat(fault(answer)).contains(AnswerFault.LIKE_YOU);
    }

    private Optional<AnswerFault> fault(String answer) {
        return fault(new Question(StandardQuestion.FIRST_FILM, null), answer);
    }

    private Optional<AnswerFault> fault(Question question, String answer) {
        return policy.fault(new Choice(question, TypedAnswer.of(answer)));
    }
}

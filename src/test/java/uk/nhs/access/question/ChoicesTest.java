package uk.nhs.access.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.account.SomeAccount;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;

/** Everything that is wrong with a choice of questions is said at once, and at the field where it stands. */
class ChoicesTest {

    private static final String OWN = "What was under the stairs?";

    private static final AnswerPolicy POLICY = AnswerPolicy.of(SomeAccount.open());

    @Test
    void choices_that_have_no_fault_are_read_in_their_order_with_their_questions_tidied() {
        List<Choice> choices = Choices.require(
                List.of(
                        standard(StandardQuestion.FIRST_FILM, "The Grey Seal"),
                        own("  What\u00A0was \n under the stairs? ", "a trombone")),
                2,
                POLICY,
                Language.ENGLISH);

        assertThat(choices)
                .containsExactly(
                        new Choice(new Question(StandardQuestion.FIRST_FILM, null), TypedAnswer.of("the grey seal")),
                        new Choice(new Question(null, OWN), TypedAnswer.of("a trombone")));
    }

    @Test
    void another_number_of_them_is_all_that_is_said() {
        assertThat(faults(1, standard(StandardQuestion.FIRST_FILM, "x"), own("?", "y")))
                .containsExactly(violation("questions", AnswerFault.NUMBER));
    }

    @Test
    void either_one_that_is_offered_or_an_own_one_and_not_both() {
        assertThat(faults(2, new Written(null, null, "a trombone"), new Written(StandardQuestion.FIRST_FILM, OWN, "b")))
                .containsExactly(
                        violation("questions[0]", AnswerFault.ONE_QUESTION),
                        violation("questions[1]", AnswerFault.ONE_QUESTION));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 150})
    void an_own_question_may_have_10_to_150_characters(int length) {
        assertThat(Choices.require(List.of(own("é".repeat(length), "a trombone")), 1, POLICY, Language.ENGLISH))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 151})
    void and_neither_fewer_nor_more(int length) {
        assertThat(faults(1, own("é".repeat(length), "x")))
                .containsExactly(violation("questions[0].ownQuestion", AnswerFault.QUESTION_LENGTH));
    }

    @Test
    void what_stands_there_twice_is_said_of_the_second_one() {
        assertThat(faults(
                        4,
                        standard(StandardQuestion.FIRST_FILM, "The Grey Seal"),
                        standard(StandardQuestion.FIRST_FILM, "the grey  seal"),
                        own(OWN, "a trombone"),
                        own("Who played in the attic?", "Trombone players")))
                .containsExactly(
                        violation("questions[1].question", AnswerFault.QUESTION_TWICE),
                        violation("questions[1].answer", AnswerFault.SAME_ANSWER),
                        violation("questions[3].ownQuestion", AnswerFault.OWN_TWICE));
    }

    @Test
    void a_fault_of_an_answer_is_said_in_the_language_that_is_read() {
        Problem refused = refused(1, Language.WELSH, own(OWN, "aaa"));

        assertThat(refused.facts())
                .isEqualTo(Map.of(
                        "violations",
                        List.of(Map.of(
                                "field", "questions[0].answer", "message", AnswerFault.COMMON.text(Language.WELSH)))));
    }

    private static Object violations(Problem refused) {
        assertThat(refused.cid()).isEqualTo(Cid.REQUEST_INVALID);
        return refused.facts().get("violations");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> faults(int number, Written... written) {
        return (List<Map<String, String>>) violations(refused(number, Language.ENGLISH, written));
    }

    private static Problem refused(int number, Language language, Written... written) {
        return catchThrowableOfType(Problem.class, () -> Choices.require(List.of(written), number, POLICY, language));
    }

    private static Map<String, String> violation(String field, AnswerFault fault) {
        return Map.of("field", field, "message", fault.text(Language.ENGLISH));
    }

    private static Written standard(StandardQuestion question, String answer) {
        return new Written(question, null, answer);
    }

    private static Written own(@Nullable String question, String answer) {
        return new Written(null, question, answer);
    }
}

package uk.nhs.access.question;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.language.Language;

/**
 * The questions as a signed-in person sees them, never the answers.
 *
 * @param number how many are to be chosen
 * @param setAt when those that are set were chosen, or null if none are
 */
record QuestionsView(
        int number, List<Chosen> chosen, @Nullable Instant setAt, List<Offered> offered) {

    static QuestionsView from(int number, List<SecurityQuestion> set, Language language) {
        return new QuestionsView(
                number,
                set.stream().map(each -> Chosen.from(each.question(), language)).toList(),
                set.stream().findFirst().map(SecurityQuestion::since).orElse(null),
                Arrays.stream(StandardQuestion.values())
                        .map(each -> new Offered(each, each.text(language)))
                        .toList());
    }

    /** A question that is set: one of those that are offered, or the person's own. */
    record Chosen(
            @Nullable StandardQuestion question,
            @Nullable String ownQuestion,
            @Nullable String text) {

        static Chosen from(Question question, Language language) {
            StandardQuestion standard = question.standard();
            return new Chosen(standard, question.own(), standard == null ? null : standard.text(language));
        }
    }

    /** A question that may be chosen. */
    record Offered(StandardQuestion question, String text) {}
}

package uk.nhs.access.question;

import static uk.nhs.access.problem.Cid.REQUEST_INVALID;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Problem;

/** Reads what somebody chose, and finds everything that is wrong with it. Nothing of an answer is ever repeated. */
final class Choices {

    private static final int SHORTEST_QUESTION = 10;
    private static final int LONGEST_QUESTION = 150;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]+");

    private final AnswerPolicy policy;
    private final List<Choice> choices = new ArrayList<>();
    private final List<Map.Entry<String, AnswerFault>> faults = new ArrayList<>();
    private final Set<String> questions = new HashSet<>();
    private final Set<String> answers = new HashSet<>();

    private Choices(AnswerPolicy policy) {
        this.policy = policy;
    }

    /**
     * The choices that were written, as many as {@code number}.
     *
     * @throws Problem REQUEST_INVALID with a violation for each fault, in this language
     */
    static List<Choice> require(List<Written> written, int number, AnswerPolicy policy, Language language) {
        Choices read = new Choices(policy);
        if (written.size() != number) {
            read.refuse("questions", AnswerFault.NUMBER);
        } else {
            for (int i = 0; i < number; i++) {
                read.read("questions[" + i + "]", written.get(i));
            }
        }
        if (!read.faults.isEmpty()) {
            throw new Problem(REQUEST_INVALID).with("violations", read.violations(language));
        }
        return List.copyOf(read.choices);
    }

    private void read(String field, Written written) {
        question(field, written).ifPresent(question -> {
            Choice choice = new Choice(question, TypedAnswer.of(written.answer()));
            if (!questions.add(question.name())) {
                refuse(
                        question.isOwn() ? field + ".ownQuestion" : field + ".question",
                        question.isOwn() ? AnswerFault.OWN_TWICE : AnswerFault.QUESTION_TWICE);
            }
            policy.fault(choice).ifPresent(fault -> refuse(field + ".answer", fault));
            if (!answers.add(choice.answer().plain())) {
                refuse(field + ".answer", AnswerFault.SAME_ANSWER);
            }
            choices.add(choice);
        });
    }

    private Optional<Question> question(String field, Written written) {
        String own = written.ownQuestion();
        if ((own == null) == (written.question() == null)) {
            refuse(field, AnswerFault.ONE_QUESTION);
            return Optional.empty();
        }
        if (own == null) {
            return Optional.of(new Question(written.question(), null));
        }
        String tidy = BLANKS.matcher(Normalizer.normalize(own, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        int length = tidy.codePointCount(0, tidy.length());
        if (length < SHORTEST_QUESTION || length > LONGEST_QUESTION) {
            refuse(field + ".ownQuestion", AnswerFault.QUESTION_LENGTH);
            return Optional.empty();
        }
        return Optional.of(new Question(null, tidy));
    }

    private void refuse(String field, AnswerFault fault) {
        faults.add(Map.entry(field, fault));
    }

    private List<Map<String, String>> violations(Language language) {
        return faults.stream()
                .map(fault -> Map.of(
                        "field", fault.getKey(), "message", fault.getValue().text(language)))
                .toList();
    }
}

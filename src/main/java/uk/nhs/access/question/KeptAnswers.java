package uk.nhs.access.question;

import java.util.List;

/** What was kept of an account's questions and answers when it was read; nothing where none are set. */
public record KeptAnswers(List<Question> questions, List<String> hashes) {

    static KeptAnswers of(List<SecurityQuestion> set) {
        return new KeptAnswers(
                set.stream().map(SecurityQuestion::question).toList(),
                set.stream().map(SecurityQuestion::hash).toList());
    }

    public boolean isNone() {
        return questions.isEmpty();
    }

    @Override
    public String toString() {
        return "KeptAnswers[hidden]";
    }
}

package uk.nhs.access.unlock;

import uk.nhs.access.language.Language;
import uk.nhs.access.question.Question;
import uk.nhs.access.question.StandardQuestion;

/**
 * A question as it is asked of somebody who may be anybody. The words of an own question are not: nobody has such words,
 * so that they would tell that the account exists.
 *
 * @param name that of a standard question, or OWN
 */
record AskedQuestion(String name) {

    static final AskedQuestion OWN = new AskedQuestion("OWN");

    static AskedQuestion standard(StandardQuestion question) {
        return new AskedQuestion(question.name());
    }

    static AskedQuestion from(Question question) {
        return new AskedQuestion(question.name());
    }

    String text(Language language) {
        return equals(OWN)
                ? UnlockWords.ownQuestion(language)
                : StandardQuestion.valueOf(name).text(language);
    }
}

package uk.nhs.access.question;

import uk.nhs.access.language.Language;

/** What may be wrong with a choice of questions and answers. */
enum AnswerFault {
    NUMBER,
    ONE_QUESTION,
    QUESTION_LENGTH,
    QUESTION_TWICE,
    OWN_TWICE,
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    LIKE_THE_QUESTION,
    LIKE_YOU,
    SAME_ANSWER;

    String text(Language language) {
        return StandardQuestion.WORDS.text("refused." + name(), language);
    }
}

package uk.nhs.access.question;

import uk.nhs.access.language.Bundle;
import uk.nhs.access.language.Language;

/**
 * Questions that are offered to everybody: what they ask for is remembered for life, stays as it was, has many possible
 * answers and stands in no register or profile (OWASP, «Choosing and Using Security Questions»).
 *
 * <p>The wording stands, in every language, in the {@code questions} bundle beside this enum. The names are kept with
 * people's answers: they never change, nor does what they ask for.
 */
public enum StandardQuestion {
    PRIMARY_TEACHER,
    CHILDHOOD_FRIEND,
    CHILDHOOD_TOY,
    CHILDHOOD_BOOK,
    CHILDHOOD_AMBITION,
    FIRST_HOLIDAY,
    FIRST_FLIGHT,
    FIRST_FILM,
    FIRST_CONCERT,
    FIRST_RECORDING,
    FIRST_DISH,
    FIRST_MANAGER;

    /** With the other words of this room. */
    static final Bundle WORDS = Bundle.beside(StandardQuestion.class, "questions");

    /** As people read it. */
    public String text(Language language) {
        return WORDS.text(name(), language);
    }
}

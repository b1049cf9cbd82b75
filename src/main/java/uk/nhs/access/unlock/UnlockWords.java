package uk.nhs.access.unlock;

import uk.nhs.access.language.Bundle;
import uk.nhs.access.language.Language;

/** What people read while they unlock an account, in each language. */
final class UnlockWords {

    private static final Bundle WORDS = Bundle.beside(UnlockWords.class, "unlock");

    private UnlockWords() {}

    /** What stands for the words of an own question. */
    static String ownQuestion(Language language) {
        return WORDS.text("OWN", language);
    }

    /** The message to show when the choice was made. */
    static String completed(UnlockChoice choice, Language language) {
        return WORDS.text(choice.name(), language);
    }
}

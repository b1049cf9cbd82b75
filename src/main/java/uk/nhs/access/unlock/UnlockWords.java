package uk.nhs.access.unlock;

import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import uk.nhs.access.language.Language;

/** What people read while they unlock an account, in each language. */
final class UnlockWords {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private UnlockWords() {}

    /** What stands for the words of an own question. */
    static String ownQuestion(Language language) {
        return text("OWN", language);
    }

    /** The message to show when the choice was made. */
    static String completed(UnlockChoice choice, Language language) {
        return text(choice.name(), language);
    }

    private static String text(String key, Language language) {
        return ResourceBundle.getBundle(UnlockWords.class.getPackageName() + ".unlock", language.locale(), NO_FALLBACK)
                .getString(key);
    }
}

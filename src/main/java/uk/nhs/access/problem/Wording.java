package uk.nhs.access.problem;

import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import uk.nhs.access.language.Language;

/** What people read for each {@link Cid}, in each language. */
public final class Wording {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Wording() {}

    /** A few words that name the problem. */
    public static String title(Cid cid, Language language) {
        return text(cid.name() + ".title", language);
    }

    /** What happened and what to do next. */
    public static String detail(Cid cid, Language language) {
        return text(cid.name() + ".detail", language);
    }

    private static String text(String key, Language language) {
        return ResourceBundle.getBundle(Wording.class.getPackageName() + ".wording", language.locale(), NO_FALLBACK)
                .getString(key);
    }
}

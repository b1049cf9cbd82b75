package uk.nhs.access.problem;

import uk.nhs.access.language.Bundle;
import uk.nhs.access.language.Language;

/** What people read for each {@link Cid}, in each language. */
public final class Wording {

    private static final Bundle WORDS = Bundle.beside(Wording.class, "wording");

    private Wording() {}

    /** A few words that name the problem. */
    public static String title(Cid cid, Language language) {
        return WORDS.text(cid.name() + ".title", language);
    }

    /** What happened and what to do next. */
    public static String detail(Cid cid, Language language) {
        return WORDS.text(cid.name() + ".detail", language);
    }
}

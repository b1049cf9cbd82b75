package uk.nhs.access.language;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that the service speaks. English is the default. */
public enum Language {
    ENGLISH("en", Locale.UK),
    WELSH("cy", new Locale("cy", "GB"));

    /** Nobody reads so many languages; working through thousands of tags would take time from others. */
    private static final int LONGEST_WISH = 200;

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The language's BCP 47 tag. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The first of the wanted languages that the service speaks. */
    public static Language firstOf(List<Locale> wanted) {
        for (Locale locale : wanted) {
            for (Language language : values()) {
                if (language.tag.equals(locale.getLanguage())) {
                    return language;
                }
            }
        }
        return ENGLISH;
    }

    /** The preferred language of an {@code Accept-Language} header, which may be malformed or missing. */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_WISH) {
            return ENGLISH;
        }
        try {
            return firstOf(Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) { // the latter for «-»
            return ENGLISH;
        }
    }
}

package uk.nhs.access.language;

import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Words that people read, in each language; which one the machine speaks makes no difference. */
public final class Bundle {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String name;

    private Bundle(String name) {
        this.name = name;
    }

    /** The bundle of that name which stands beside the class. */
    public static Bundle beside(Class<?> type, String name) {
        return new Bundle(type.getPackageName() + "." + name);
    }

    public String text(String key, Language language) {
        return ResourceBundle.getBundle(name, language.locale(), NO_FALLBACK).getString(key);
    }
}

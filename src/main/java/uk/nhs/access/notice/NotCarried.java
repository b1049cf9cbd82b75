package uk.nhs.access.notice;

import java.util.Map;
import uk.nhs.access.language.Language;
import uk.nhs.access.language.UkTime;

/** A notice about a change of some time ago that never came to a directory. */
interface NotCarried extends Dated {

    /** Whether the directory has stricter rules for passwords, so that another one may do. */
    boolean byPolicy();

    @Override
    default Map<String, Object> words(Language language) {
        return Map.of("at", UkTime.dateTime(at(), language), "byPolicy", byPolicy());
    }
}

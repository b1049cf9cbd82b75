package uk.nhs.access.notice;

import java.time.Instant;
import java.util.Map;
import uk.nhs.access.language.Language;
import uk.nhs.access.language.UkTime;

/** A notice that says when something happened. */
non-sealed interface Dated extends Notice {

    Instant at();

    @Override
    default Map<String, Object> words(Language language) {
        return Map.of("at", UkTime.dateTime(at(), language));
    }
}

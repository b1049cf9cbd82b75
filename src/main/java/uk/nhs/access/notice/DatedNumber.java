package uk.nhs.access.notice;

import java.util.Map;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.language.Language;
import uk.nhs.access.language.UkTime;

/** A notice that says when something happened to which new number. */
interface DatedNumber extends Dated {

    MobileNumber newNumber();

    @Override
    default Map<String, Object> words(Language language) {
        return Map.of("newNumber", newNumber().masked(), "at", UkTime.dateTime(at(), language));
    }
}

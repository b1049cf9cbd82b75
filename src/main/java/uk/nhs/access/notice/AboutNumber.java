package uk.nhs.access.notice;

import java.util.Map;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.language.Language;

/** A notice about a number that is not the account's yet, or was not before. */
non-sealed interface AboutNumber extends Notice {

    MobileNumber newNumber();

    @Override
    default Map<String, Object> words(Language language) {
        return Map.of("newNumberEnding", newNumber().ending());
    }
}

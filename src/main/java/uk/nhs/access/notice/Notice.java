package uk.nhs.access.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.language.Language;
import uk.nhs.access.language.UkTime;

/** One message to one recipient. The record's name is its template's name. */
public sealed interface Notice {

    /** What the template fills in. */
    Map<String, Object> words(Language language);

    /** From when on it is no use any more, so that it is dropped rather than sent late. */
    default Optional<Instant> notAfter() {
        return Optional.empty();
    }

    /** A notice by text. */
    sealed interface Text extends Notice {
        MobileNumber to();
    }

    /** A notice by e-mail. */
    sealed interface Mail extends Notice {
        EmailAddress to();
    }

    /** The code that proves the new number. */
    record PhoneChangeCodeText(MobileNumber to, SecurityCode code, Instant expiresAt) implements Text {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("code", code.digits(), "expires", UkTime.time(expiresAt));
        }

        @Override
        public Optional<Instant> notAfter() {
            return Optional.of(expiresAt);
        }
    }

    /** The cancel link. The hold starts when the mail system accepts this one. */
    record PhoneChangeHeldMail(EmailAddress to, MobileNumber newNumber, URI cancelLink, Duration hold) implements Mail {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of(
                    "newNumber", newNumber.masked(),
                    "cancelLink", cancelLink,
                    "hold", UkTime.length(hold, language));
        }
    }

    /** Tells the old number what is about to happen. */
    record PhoneChangeHeldText(MobileNumber to, MobileNumber newNumber, Duration hold) implements Text {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("newNumberEnding", newNumber.ending(), "hold", UkTime.length(hold, language));
        }
    }

    /** Confirms that the number was changed. */
    record PhoneChangeAppliedMail(EmailAddress to, MobileNumber newNumber, Instant at) implements Mail {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("newNumber", newNumber.masked(), "at", UkTime.dateTime(at, language));
        }
    }

    /** Tells the old and the new number that the number was changed. */
    record PhoneChangeAppliedText(MobileNumber to, MobileNumber newNumber) implements Text {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("newNumberEnding", newNumber.ending());
        }
    }

    /** Confirms that the change was stopped. */
    record PhoneChangeCancelledMail(EmailAddress to, MobileNumber newNumber, Instant at) implements Mail {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("newNumber", newNumber.masked(), "at", UkTime.dateTime(at, language));
        }
    }

    /** Tells the number that stays that the change was stopped. */
    record PhoneChangeCancelledText(MobileNumber to) implements Text {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of();
        }
    }
}

package uk.nhs.access.notice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.crypto.TemporaryPassword;
import uk.nhs.access.language.Language;
import uk.nhs.access.language.UkTime;

/** One message to one recipient, by text or by e-mail. The record's name is its template's name. */
public sealed interface Notice permits Notice.Text, Notice.Mail, AboutNumber, Dated, Expiring {

    /** What the template fills in; nothing, where it always says the same. */
    default Map<String, Object> words(Language language) {
        return Map.of();
    }

    /** From when on it is no use any more, so that it is dropped rather than sent late. */
    default Optional<Instant> notAfter() {
        return Optional.empty();
    }

    /** Whether a person waits for it, so that it leaves before everything that nobody waits for. */
    default boolean isUrgent() {
        return this instanceof Code || this instanceof TemporaryPasswordText;
    }

    /** A notice by text. */
    sealed interface Text extends Notice {
        MobileNumber to();
    }

    /** A notice by e-mail. */
    sealed interface Mail extends Notice {
        EmailAddress to();
    }

    /** A notice that brings a security code. */
    sealed interface Code extends Expiring {
        SecurityCode code();

        @Override
        default Map<String, Object> words(Language language) {
            return Map.of("code", code().digits(), "expires", UkTime.time(expiresAt()));
        }
    }

    /** The code that proves the new number. */
    record PhoneChangeCodeText(MobileNumber to, SecurityCode code, Instant expiresAt) implements Text, Code {}

    /** The code for the second step of a sign-in. */
    record SignInCodeText(MobileNumber to, SecurityCode code, Instant expiresAt) implements Text, Code {}

    /** The code that confirms something that its owner does. */
    record ConfirmActionCodeText(MobileNumber to, SecurityCode code, Instant expiresAt) implements Text, Code {}

    /** The same, by e-mail. */
    record ConfirmActionCodeMail(EmailAddress to, SecurityCode code, Instant expiresAt) implements Mail, Code {}

    /** The code that proves an e-mail address to somebody's recovery. */
    record RecoveryCodeMail(EmailAddress to, SecurityCode code, Instant expiresAt) implements Mail, Code {}

    /** The cancel link. The hold starts when the mail system accepts this one. */
    record PhoneChangeHeldMail(
            EmailAddress to, MobileNumber newNumber, URI cancelLink, Duration hold, boolean byRecovery)
            implements Mail {

        @Override
        public Map<String, Object> words(Language language) {
            String held = UkTime.length(hold, language);
            return Map.of(
                    "newNumber", newNumber.masked(), "cancelLink", cancelLink, "hold", held, "byRecovery", byRecovery);
        }
    }

    /** Tells the old number what is about to happen. */
    record PhoneChangeHeldText(MobileNumber to, MobileNumber newNumber, Duration hold, boolean byRecovery)
            implements Text {

        @Override
        public Map<String, Object> words(Language language) {
            String held = UkTime.length(hold, language);
            return Map.of("newNumberEnding", newNumber.ending(), "hold", held, "byRecovery", byRecovery);
        }
    }

    /** Confirms that the number was changed. */
    record PhoneChangeAppliedMail(EmailAddress to, MobileNumber newNumber, Instant at) implements Mail, DatedNumber {}

    /** Tells the old and the new number that the number was changed. */
    record PhoneChangeAppliedText(MobileNumber to, MobileNumber newNumber) implements Text, AboutNumber {}

    /** Confirms that the change was stopped. */
    record PhoneChangeCancelledMail(EmailAddress to, MobileNumber newNumber, Instant at) implements Mail, DatedNumber {}

    /** Tells the number that stays that the change was stopped. */
    record PhoneChangeCancelledText(MobileNumber to) implements Text {}

    /** Confirms that the password was changed. */
    record PasswordChangedMail(EmailAddress to, Instant at) implements Mail, Dated {}

    /** The same, to the number that receives codes: whoever changed the password may read the mailbox as well. */
    record PasswordChangedText(MobileNumber to) implements Text {}

    /** Tells that the workstation still has the password so far; because of its rules, or because it was not reached. */
    record PasswordNotCarriedMail(EmailAddress to, Instant at, boolean byPolicy) implements Mail, NotCarried {}

    /** Reminds somebody that their password expires. */
    record PasswordExpiringMail(EmailAddress to, Instant expiresAt) implements Mail, Expiring {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("expiresAt", UkTime.dateTime(expiresAt, language));
        }
    }

    /** Tells that wrong passwords have locked the account. */
    record AccountLockedMail(EmailAddress to, int failures, Instant at) implements Mail {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("failures", failures, "at", UkTime.dateTime(at, language));
        }
    }

    /** The same, by text. */
    record AccountLockedText(MobileNumber to, int failures) implements Text {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("failures", failures);
        }
    }

    /** Tells that the organisation's own directory has locked the account. */
    record LockedInDirectoryMail(EmailAddress to, Instant at) implements Mail, Dated {}

    /** Tells that other security questions were set. */
    record SecurityQuestionsChangedMail(EmailAddress to, Instant at) implements Mail, Dated {}

    /** The same, to the number that receives codes. */
    record SecurityQuestionsChangedText(MobileNumber to) implements Text {}

    /** The code that is asked for before an account is unlocked. */
    record UnlockCodeText(MobileNumber to, SecurityCode code, Instant expiresAt) implements Text, Code {}

    /** Tells that the account was unlocked. */
    record AccountUnlockedMail(EmailAddress to, Instant at) implements Mail, Dated {}

    /** The same, to the number that receives codes. */
    record AccountUnlockedText(MobileNumber to) implements Text {}

    /** A password for one log-in. It takes the place of the present one when the gateway accepts this text. */
    record TemporaryPasswordText(MobileNumber to, TemporaryPassword password, Instant expiresAt)
            implements Text, Expiring {

        @Override
        public Map<String, Object> words(Language language) {
            return Map.of("password", password.value(), "expires", UkTime.time(expiresAt));
        }
    }

    /** Tells every address that a temporary password was asked for. */
    record TemporaryPasswordMail(EmailAddress to, Instant at) implements Mail, Dated {}

    /** Tells that the number was set by somebody who looks after the account. */
    record NumberSetMail(EmailAddress to, MobileNumber newNumber, Instant at) implements Mail, DatedNumber {}

    record NumberSetText(MobileNumber to, MobileNumber newNumber) implements Text, AboutNumber {}

    /** Tells that a number that is not of the UK has disabled the account; by text, to the number before it. */
    record ForeignNumberMail(EmailAddress to, Instant at) implements Mail, Dated {}

    record ForeignNumberText(MobileNumber to) implements Text {}

    /** Tells that a service has disabled the account. */
    record AccountDisabledMail(EmailAddress to, Instant at) implements Mail, Dated {}

    record AccountDisabledText(MobileNumber to) implements Text {}

    /** Tells that a Local Administrator has lifted the lock of the account. */
    record UnlockedForYouMail(EmailAddress to, Instant at) implements Mail, Dated {}

    record UnlockedForYouText(MobileNumber to) implements Text {}

    /** Tells that the account can be used again. */
    record AccountEnabledMail(EmailAddress to, Instant at) implements Mail, Dated {}

    record AccountEnabledText(MobileNumber to) implements Text {}

    /** Tells the former and the new addresses that they are not the same. */
    record AddressesChangedMail(EmailAddress to, Instant at) implements Mail, Dated {}

    record AddressesChangedText(MobileNumber to) implements Text {}
}

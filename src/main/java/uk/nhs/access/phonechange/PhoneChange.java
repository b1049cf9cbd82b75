package uk.nhs.access.phonechange;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.language.Language;
import uk.nhs.access.time.OrderedIds;

/** A new mobile number that has to be proved, and then waits out its hold, during which the owner can stop it. */
@Entity
class PhoneChange {

    @Id
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private PhoneChangeOrigin origin;

    private @Nullable MobileNumber newNumber;

    private String newNumberMasked;

    private @Nullable MobileNumber currentNumber;

    private @Nullable String currentNumberMasked;

    @Enumerated(EnumType.STRING)
    private Language language;

    private UUID codeId;

    private byte @Nullable [] cancelTokenHash;

    @Embedded
    private Progress progress;

    PhoneChange() {}

    private PhoneChange(Account account, MobileNumber newNumber, PhoneChangeOrigin origin, Language language) {
        this.accountId = account.id();
        this.currentNumber = account.mobile().orElse(null);
        this.currentNumberMasked = account.mobile().map(MobileNumber::masked).orElse(null);
        this.newNumber = newNumber;
        this.newNumberMasked = newNumber.masked();
        this.origin = origin;
        this.language = language;
    }

    /** A person asks for {@code number}, and {@code code} is on its way there. */
    static PhoneChange ask(
            Account account,
            MobileNumber number,
            PhoneChangeOrigin origin,
            Language language,
            IssuedCode code,
            Instant now) {
        PhoneChange asked = new PhoneChange(account, number, origin, language);
        asked.id = OrderedIds.at(now);
        asked.codeId = code.id();
        asked.progress = Progress.begin(now, code.expiresAt());
        return asked;
    }

    /** What the code that proves the number is bound to. */
    CodeBinding codeBinding() {
        return new CodeBinding(
                codeId, CodePurpose.PHONE_CHANGE, accountId, newNumber().e164());
    }

    /** The code was right: the number is proved, and the owner has to be told how to stop the change. */
    void confirm(SecretToken cancelToken, Instant now, Duration noticeWithin) {
        progress.confirm(now, noticeWithin);
        cancelTokenHash = cancelToken.sha256();
    }

    /** The hold is over: from now on codes go to the number that was proved. */
    void applyTo(Account account, Instant now) {
        progress.apply(now);
        account.changeMobile(newNumber());
    }

    /** Whether somebody asked for it who had lost the phone. */
    boolean isByRecovery() {
        return origin == PhoneChangeOrigin.RECOVERY;
    }

    boolean awaitsCode() {
        return progress.state() == PhoneChangeState.AWAITING_CODE;
    }

    Progress progress() {
        return progress;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    PhoneChangeOrigin origin() {
        return origin;
    }

    MobileNumber newNumber() {
        if (newNumber == null) {
            throw new IllegalStateException("The change ended long ago, and its numbers were forgotten");
        }
        return newNumber;
    }

    /** How it is shown, at any time. */
    String newNumberMasked() {
        return newNumberMasked;
    }

    Optional<MobileNumber> currentNumber() {
        return Optional.ofNullable(currentNumber);
    }

    /** How it is shown, at any time. */
    Optional<String> currentNumberMasked() {
        return Optional.ofNullable(currentNumberMasked);
    }

    Language language() {
        return language;
    }

    UUID codeId() {
        return codeId;
    }
}

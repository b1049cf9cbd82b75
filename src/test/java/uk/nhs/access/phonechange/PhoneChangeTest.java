package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.SomeAccount;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.language.Language;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.support.Tried;

class PhoneChangeTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final MobileNumber OLD = new MobileNumber("+447700900000");
    private static final MobileNumber NEW = new MobileNumber("+447700900123");

    private final IssuedCode code =
            new IssuedCode(UUID.randomUUID(), new SecurityCode("012345"), ASKED.plusSeconds(600));

    @ParameterizedTest
    @EnumSource
    void it_is_what_was_asked_for_by_whom_and_how(PhoneChangeOrigin origin) {
        Account account = account(OLD);
        PhoneChange change = ask(account, origin);

        assertThat(change.id()).isNotNull().isNotEqualTo(ask(account, origin).id());
        assertThat(change.accountId()).isEqualTo(account.id());
        assertThat(change.origin()).isEqualTo(origin);
        assertThat(change.isByRecovery()).isEqualTo(origin == PhoneChangeOrigin.RECOVERY);
        assertThat(change.newNumber()).isEqualTo(NEW);
        assertThat(change.newNumberMasked()).isEqualTo(NEW.masked());
        assertThat(change.currentNumber()).contains(OLD);
        assertThat(change.currentNumberMasked()).contains(OLD.masked());
        assertThat(change.language()).isEqualTo(Language.WELSH);
        assertThat(change.codeId()).isEqualTo(code.id());
        assertThat(change.codeBinding())
                .isEqualTo(new CodeBinding(code.id(), CodePurpose.PHONE_CHANGE, account.id(), NEW.e164()));
    }

    @Test
    void an_account_without_a_number_has_no_former_one() {
        PhoneChange change = ask(account(null), PhoneChangeOrigin.SIGNED_IN);

        assertThat(change.currentNumber()).isEmpty();
        assertThat(change.currentNumberMasked()).isEmpty();
    }

    @Test
    void its_owner_sees_what_applies_and_no_more() {
        PhoneChange change = ask(account(null), PhoneChangeOrigin.SIGNED_IN);

        assertThat(PhoneChangeView.from(change, null, null))
                .isEqualTo(new PhoneChangeView(
                        change.id(),
                        PhoneChangeState.AWAITING_CODE,
                        PhoneChangeOrigin.SIGNED_IN,
                        NEW.masked(),
                        null,
                        ASKED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void it_awaits_its_code_until_it_is_confirmed_once() {
        PhoneChange change = ask(account(OLD), PhoneChangeOrigin.SIGNED_IN);
        assertThat(change.awaitsCode()).isTrue();

        change.confirm(SecretToken.random(), ASKED, Duration.ofDays(3));

        assertThat(change.awaitsCode()).isFalse();
        assertThat(change.progress().state()).isEqualTo(PhoneChangeState.AWAITING_NOTICE);
        assertThat(Tried.refusal(() -> change.confirm(SecretToken.random(), ASKED, Duration.ofDays(3))))
                .contains(Cid.PHONE_CHANGE_ALREADY_CONFIRMED);
    }

    private PhoneChange ask(Account account, PhoneChangeOrigin origin) {
        return PhoneChange.ask(account, NEW, origin, Language.WELSH, code, ASKED);
    }

    private static Account account(@Nullable MobileNumber number) {
        return SomeAccount.open(number, "robin@example.org");
    }
}

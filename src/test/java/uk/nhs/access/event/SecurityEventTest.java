package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.event.SecurityEvent.Kind;

/** What events are called, by those who made the names. */
class SecurityEventTest {

    @ParameterizedTest
    @CsvSource({
        "PHONE_NUMBER_CHANGED, PhoneNumberChanged, phone-sms, update",
        "PASSWORD_CHANGED, PasswordChanged, password, update",
        "PASSWORD_RESET, PasswordReset, password, revoke"
    })
    void a_credential_that_changed_is_an_event_of_caep_that_says_which_and_how(
            Kind kind, String label, String credential, String change) {
        assertThat(kind.label()).isEqualTo(label);
        assertThat(kind.type()).isEqualTo("https://schemas.openid.net/secevent/caep/event-type/credential-change");
        assertThat(kind.facts()).isEqualTo(Map.of("credential_type", credential, "change_type", change));
    }

    @ParameterizedTest
    @CsvSource({
        "RECOVERY_USED, https://schemas.openid.net/secevent/risc/event-type/recovery-activated",
        "ACCOUNT_DISABLED, https://schemas.openid.net/secevent/risc/event-type/account-disabled",
        "ACCOUNT_LOCKED, https://access.nhs.uk/secevent/event-type/account-locked"
    })
    void others_are_of_risc_or_our_own_and_say_nothing_more(Kind kind, String type) {
        assertThat(kind.type()).isEqualTo(type);
        assertThat(kind.facts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_chooses_finds_each_by_its_label(Kind kind) {
        assertThat(Kind.labels()).contains(kind.label()).hasSameSizeAs(Kind.values());
    }
}

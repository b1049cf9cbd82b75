package uk.nhs.access.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.SomeAccount;
import uk.nhs.access.account.Subject;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.notice.DeliveryStatus;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.support.Tried;

/** Where a code that a service had sent went, and where it may go next. */
class VerificationTest {

    private static final MobileNumber NUMBER = new MobileNumber("+447700900123");
    private static final Subject SERVICE = new Subject("https://services.invalid", "portal");

    private final Account account = SomeAccount.open(NUMBER, "robin@example.org", "other@example.org");

    @Test
    void it_is_the_codes_own_and_bound_to_where_that_went() {
        CodeBinding binding = binding(NUMBER.e164());
        Verification verification = Verification.begin(binding, SERVICE, Destination.of(account, Channel.TEXT));

        assertThat(verification.id()).isEqualTo(binding.code());
        assertThat(verification.accountId()).isEqualTo(account.id());
        assertThat(verification.purpose()).isEqualTo(CodePurpose.CONFIRM_ACTION);
        assertThat(verification.binding()).isEqualTo(binding);

        Destination next = Destination.of(account, Channel.EMAIL);
        verification.move(next);

        assertThat(verification.destination()).isEqualTo(next);
        assertThat(verification.binding())
                .isEqualTo(
                        new CodeBinding(binding.code(), CodePurpose.CONFIRM_ACTION, account.id(), "robin@example.org"));
    }

    @Test
    void a_code_that_went_to_a_number_or_address_of_somebody_else_by_now_has_expired() {
        Verification byText = by(Channel.TEXT);
        Verification byEmail = by(Channel.EMAIL);
        assertThat(stillReaches(byText, account)).isTrue();
        assertThat(stillReaches(byEmail, account)).isTrue();
        assertThat(stillReaches(byEmail, SomeAccount.open(null, "other@example.org", "robin@example.org")))
                .isTrue();

        Account changed = SomeAccount.open(new MobileNumber("+447700900124"), "other@example.org");

        assertThat(stillReaches(byText, changed)).isFalse();
        assertThat(stillReaches(byEmail, changed)).isFalse();
        assertThat(stillReaches(byText, SomeAccount.open(null, "robin@example.org")))
                .isFalse();
    }

    @Test
    void a_channel_that_has_just_failed_stands_last_and_one_that_leads_nowhere_nowhere() {
        Verification byText = by(Channel.TEXT);

        assertThat(byText.channels(account, DeliveryStatus.SENT)).containsExactly(Channel.TEXT, Channel.EMAIL);
        assertThat(byText.channels(account, DeliveryStatus.UNDELIVERED)).containsExactly(Channel.EMAIL, Channel.TEXT);
        assertThat(by(Channel.EMAIL).channels(account, DeliveryStatus.UNDELIVERED))
                .containsExactly(Channel.TEXT, Channel.EMAIL);
        assertThat(byText.channels(SomeAccount.open(null, "robin@example.org"), DeliveryStatus.SENT))
                .containsExactly(Channel.EMAIL);
    }

    @Test
    void without_a_number_there_is_nowhere_to_send_a_text() {
        assertThat(Tried.refusal(() -> Destination.of(SomeAccount.open(null, "robin@example.org"), Channel.TEXT)))
                .contains(Cid.NO_DESTINATION);
    }

    @Test
    void a_destination_is_shown_masked() {
        assertThat(Destination.of(account, Channel.TEXT)).hasToString(NUMBER.masked());
        assertThat(Destination.of(account, Channel.EMAIL)).hasToString("r•••@example.org");
    }

    private static boolean stillReaches(Verification verification, Account account) {
        return Tried.refusal(() -> verification.requireStillReaches(account))
                .map(cid -> {
                    assertThat(cid).isEqualTo(Cid.CODE_EXPIRED);
                    return false;
                })
                .orElse(true);
    }

    private Verification by(Channel channel) {
        Destination destination = Destination.of(account, channel);
        return Verification.begin(binding(destination.value()), SERVICE, destination);
    }

    private CodeBinding binding(String destination) {
        return CodeBinding.fresh(CodePurpose.CONFIRM_ACTION, account.id(), destination, Instant.EPOCH);
    }
}

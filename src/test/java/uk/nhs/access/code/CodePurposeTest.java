package uk.nhs.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.access.problem.Cid.CHANNEL_NOT_ALLOWED;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.crypto.SecurityCode;
import uk.nhs.access.notice.Notice;
import uk.nhs.access.problem.Problem;

class CodePurposeTest {

    @ParameterizedTest
    @CsvSource({
        "PHONE_CHANGE, TEXT, +447700900123, PhoneChangeCodeText",
        "SIGN_IN, TEXT, +447700900123, SignInCodeText",
        "UNLOCK, TEXT, +447700900123, UnlockCodeText",
        "CONFIRM_ACTION, TEXT, +447700900123, ConfirmActionCodeText",
        "CONFIRM_ACTION, EMAIL, a.person@nhs.net, ConfirmActionCodeMail"
    })
    void each_purpose_has_its_own_notice(CodePurpose purpose, Channel channel, String destination, String name) {
        IssuedCode code = new IssuedCode(UUID.randomUUID(), new SecurityCode("012345"), Instant.EPOCH);

        Notice notice = purpose.notice(channel, destination, code);

        assertThatNoException().isThrownBy(() -> purpose.requireAllowed(channel));
        assertThat(notice.getClass().getSimpleName()).isEqualTo(name);
        assertThat(notice.notAfter()).contains(Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({"PHONE_CHANGE, EMAIL", "SIGN_IN, EMAIL", "UNLOCK, EMAIL"})
    void what_proves_a_number_or_signs_in_never_goes_by_e_mail(CodePurpose purpose, Channel channel) {
        Problem refused = catchThrowableOfType(Problem.class, () -> purpose.requireAllowed(channel));
        assertThat(refused.cid()).isEqualTo(CHANNEL_NOT_ALLOWED);
    }
}

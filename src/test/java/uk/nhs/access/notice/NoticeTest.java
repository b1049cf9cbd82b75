package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTest {

    /** What somebody sits in front of a screen for. */
    private static final Set<String> AWAITED = Set.of(
            "PhoneChangeCodeText",
            "SignInCodeText",
            "ConfirmActionCodeText",
            "ConfirmActionCodeMail",
            "RecoveryCodeMail",
            "UnlockCodeText",
            "TemporaryPasswordText");

    @ParameterizedTest
    @MethodSource(SampleNotices.ALL)
    void codes_and_temporary_passwords_leave_before_everything_that_nobody_waits_for(Notice notice) {
        assertThat(notice.isUrgent())
                .isEqualTo(AWAITED.contains(notice.getClass().getSimpleName()));
    }
}

package uk.nhs.access.trust;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients ask for, and the line of history that it must leave. */
enum Command {
    CODE_ISSUE("CodeIssued"),
    CODE_RESEND("CodeResent"),
    CODE_CHECK("CodeAccepted"),
    CHANGE_ASK("PhoneChangeAsked"),
    CHANGE_CONFIRM("PhoneChangeConfirmed"),
    CHANGE_CANCEL("PhoneChangeCancelled"),
    LINK_REDEEM("PhoneChangeCancelled"),
    LINK_LOOK(null),
    RECOVERY_START("RecoveryOpened"),
    RECOVERY_NUMBER("RecoveryProved"),
    RECOVERY_CODE("RecoveryCodeSent"),
    RECOVERY_CHECK("RecoveryProved"),
    UNLOCK_START(null),
    UNLOCK_ANSWER("UnlockProved"),
    UNLOCK_COMPLETE("UnlockCompleted"),
    PASSWORD_CHECK(null),
    PASSWORD_CHANGE("PasswordChanged"),
    ACCOUNT_OPEN("AccountProvisioned");

    private final @Nullable String event;

    Command(@Nullable String event) {
        this.event = event;
    }

    Optional<String> event() {
        return Optional.ofNullable(event);
    }

    /** Whether nobody but a client makes such a line, so that there is none that was not asked for. */
    static boolean isAskedFor(String event) {
        return Arrays.stream(values()).anyMatch(command -> event.equals(command.event));
    }
}

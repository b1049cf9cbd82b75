package uk.nhs.access.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other services are told of an account. Nothing personal stands in it: no number, no address, no reason that somebody
 * wrote.
 *
 * @param about what several events have in common, if there is such a thing. Never what opens anything to whoever knows it
 */
record SecurityEvent(Kind kind, @Nullable UUID about) {

    /** The types are those of CAEP and RISC (OpenID) where these have one that says just this. */
    enum Kind {
        /**
         * By the owner, or by whoever looks after the account: then there is no change that they waited for. RISC's {@code
         * identifier-changed} would have to say the old number.
         */
        PHONE_NUMBER_CHANGED("PhoneNumberChanged", Type.CREDENTIAL_CHANGE, credential("phone-sms", "update")),
        PASSWORD_CHANGED("PasswordChanged", Type.CREDENTIAL_CHANGE, credential("password", "update")),
        /** A temporary password has taken the place of the one so far. The next one that its owner sets is an update. */
        PASSWORD_RESET("PasswordReset", Type.CREDENTIAL_CHANGE, credential("password", "revoke")),
        /** Somebody has proved a recovery, so that a new number can be asked for without the phone. */
        RECOVERY_USED("RecoveryUsed", Type.RISC + "recovery-activated"),
        /** Security questions were set, or the addresses that codes can go to. */
        RECOVERY_INFORMATION_CHANGED("RecoveryInformationChanged", Type.RISC + "recovery-information-changed"),
        /** RISC's {@code reason} is left out: hijacking and bulk accounts are the only ones that it knows. */
        ACCOUNT_DISABLED("AccountDisabled", Type.RISC + "account-disabled"),
        ACCOUNT_ENABLED("AccountEnabled", Type.RISC + "account-enabled"),
        ACCOUNT_LOCKED("AccountLocked", Type.OWN + "account-locked"),
        ACCOUNT_UNLOCKED("AccountUnlocked", Type.OWN + "account-unlocked"),
        PHONE_CHANGE_ASKED("PhoneChangeAsked", Type.OWN + "phone-change-asked"),
        PHONE_CHANGE_CANCELLED("PhoneChangeCancelled", Type.OWN + "phone-change-cancelled"),
        /** Nothing comes of it: another took its place, or its time was over. */
        PHONE_CHANGE_LAPSED("PhoneChangeLapsed", Type.OWN + "phone-change-lapsed");

        private final String label;
        private final String type;
        private final Map<String, String> facts;

        Kind(String label, String type) {
            this(label, type, Map.of());
        }

        Kind(String label, String type, Map<String, String> facts) {
            this.label = label;
            this.type = type;
            this.facts = facts;
        }

        /** What receivers call it when they choose. */
        String label() {
            return label;
        }

        /** The URI that says which event it is (RFC 8417, section 2.2). */
        String type() {
            return type;
        }

        /** What else is said of it. */
        Map<String, String> facts() {
            return facts;
        }

        /** What receivers call all of them. */
        static Set<String> labels() {
            return Arrays.stream(values()).map(Kind::label).collect(Collectors.toUnmodifiableSet());
        }

        private static Map<String, String> credential(String which, String change) {
            return Map.of("credential_type", which, "change_type", change);
        }
    }

    /** Where types come from. */
    private static final class Type {

        static final String CREDENTIAL_CHANGE = "https://schemas.openid.net/secevent/caep/event-type/credential-change";
        static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";
        static final String OWN = "https://access.nhs.uk/secevent/event-type/";
    }
}

package uk.nhs.access.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other services are told of an account. The types are those of CAEP and RISC (OpenID) where these have one that says
 * just this. Nothing personal stands in any of them: no number, no address, no reason that somebody wrote.
 */
sealed interface SecurityEvent {

    String CREDENTIAL_CHANGE = "https://schemas.openid.net/secevent/caep/event-type/credential-change";
    String RISC = "https://schemas.openid.net/secevent/risc/event-type/";
    String OWN = "https://access.nhs.uk/secevent/event-type/";

    /** The URI that says which event it is (RFC 8417, section 2.2). */
    String type();

    /** What else is said of it. */
    default Map<String, String> facts() {
        return Map.of();
    }

    /** What several events have in common, if there is such a thing. Never what opens anything to whoever knows it. */
    default Optional<UUID> about() {
        return Optional.empty();
    }

    /** The names of all of them. */
    static Set<String> names() {
        return Arrays.stream(SecurityEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * By the owner, or by whoever looks after the account: then there is no change that they waited for. RISC's {@code
     * identifier-changed} would have to say the old number.
     */
    record PhoneNumberChanged(@Nullable UUID change) implements SecurityEvent {

        @Override
        public String type() {
            return CREDENTIAL_CHANGE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("credential_type", "phone-sms", "change_type", "update");
        }

        @Override
        public Optional<UUID> about() {
            return Optional.ofNullable(change);
        }
    }

    record PasswordChanged() implements SecurityEvent {

        @Override
        public String type() {
            return CREDENTIAL_CHANGE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("credential_type", "password", "change_type", "update");
        }
    }

    /** A temporary password has taken the place of the one so far. The next one that its owner sets is an update. */
    record PasswordReset() implements SecurityEvent {

        @Override
        public String type() {
            return CREDENTIAL_CHANGE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("credential_type", "password", "change_type", "revoke");
        }
    }

    /** Somebody has proved a recovery, so that a new number can be asked for without the phone. */
    record RecoveryUsed(UUID recovery) implements SecurityEvent {

        @Override
        public String type() {
            return RISC + "recovery-activated";
        }

        @Override
        public Optional<UUID> about() {
            return Optional.of(recovery);
        }
    }

    /** Security questions were set, or the addresses that codes can go to. */
    record RecoveryInformationChanged() implements SecurityEvent {

        @Override
        public String type() {
            return RISC + "recovery-information-changed";
        }
    }

    /** RISC's {@code reason} is left out: hijacking and bulk accounts are the only ones that it knows. */
    record AccountDisabled() implements SecurityEvent {

        @Override
        public String type() {
            return RISC + "account-disabled";
        }
    }

    record AccountEnabled() implements SecurityEvent {

        @Override
        public String type() {
            return RISC + "account-enabled";
        }
    }

    record AccountLocked() implements SecurityEvent {

        @Override
        public String type() {
            return OWN + "account-locked";
        }
    }

    record AccountUnlocked() implements SecurityEvent {

        @Override
        public String type() {
            return OWN + "account-unlocked";
        }
    }

    record PhoneChangeAsked(UUID change) implements SecurityEvent {

        @Override
        public String type() {
            return OWN + "phone-change-asked";
        }

        @Override
        public Optional<UUID> about() {
            return Optional.of(change);
        }
    }

    record PhoneChangeCancelled(UUID change) implements SecurityEvent {

        @Override
        public String type() {
            return OWN + "phone-change-cancelled";
        }

        @Override
        public Optional<UUID> about() {
            return Optional.of(change);
        }
    }

    /** Nothing comes of it: another took its place, or its time was over. */
    record PhoneChangeLapsed(UUID change) implements SecurityEvent {

        @Override
        public String type() {
            return OWN + "phone-change-lapsed";
        }

        @Override
        public Optional<UUID> about() {
            return Optional.of(change);
        }
    }
}

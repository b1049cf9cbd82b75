package uk.nhs.access.event;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import uk.nhs.access.account.Account;
import uk.nhs.access.event.SecurityEvent.Kind;
import uk.nhs.access.history.HistoryEvent;

/** Which facts of the history other services are told of, and as what. */
final class AnnouncedFacts {

    private static final Map<Class<? extends HistoryEvent>, Function<HistoryEvent, SecurityEvent>> EVENTS =
            Map.ofEntries(
                    about(
                            HistoryEvent.PhoneChangeAsked.class,
                            HistoryEvent.PhoneChangeAsked::change,
                            Kind.PHONE_CHANGE_ASKED),
                    about(
                            HistoryEvent.PhoneChangeCancelled.class,
                            HistoryEvent.PhoneChangeCancelled::change,
                            Kind.PHONE_CHANGE_CANCELLED),
                    about(
                            HistoryEvent.PhoneChangeSuperseded.class,
                            HistoryEvent.PhoneChangeSuperseded::change,
                            Kind.PHONE_CHANGE_LAPSED),
                    about(
                            HistoryEvent.PhoneChangeExpired.class,
                            HistoryEvent.PhoneChangeExpired::change,
                            Kind.PHONE_CHANGE_LAPSED),
                    about(
                            HistoryEvent.PhoneChangeApplied.class,
                            HistoryEvent.PhoneChangeApplied::change,
                            Kind.PHONE_NUMBER_CHANGED),
                    as(HistoryEvent.NumberSet.class, Kind.PHONE_NUMBER_CHANGED),
                    about(HistoryEvent.RecoveryProved.class, HistoryEvent.RecoveryProved::recovery, Kind.RECOVERY_USED),
                    as(HistoryEvent.SecurityQuestionsSet.class, Kind.RECOVERY_INFORMATION_CHANGED),
                    as(HistoryEvent.AddressesChanged.class, Kind.RECOVERY_INFORMATION_CHANGED),
                    as(HistoryEvent.PasswordChanged.class, Kind.PASSWORD_CHANGED),
                    as(HistoryEvent.PasswordChangedInDirectory.class, Kind.PASSWORD_CHANGED),
                    as(HistoryEvent.LockedInDirectory.class, Kind.ACCOUNT_LOCKED),
                    as(HistoryEvent.UnlockedInDirectory.class, Kind.ACCOUNT_UNLOCKED),
                    as(HistoryEvent.TemporaryPasswordSent.class, Kind.PASSWORD_RESET),
                    as(HistoryEvent.AccountLocked.class, Kind.ACCOUNT_LOCKED),
                    as(HistoryEvent.UnlockedForOwner.class, Kind.ACCOUNT_UNLOCKED),
                    as(HistoryEvent.UnlockCompleted.class, Kind.ACCOUNT_UNLOCKED),
                    as(HistoryEvent.AccountDisabled.class, Kind.ACCOUNT_DISABLED),
                    as(HistoryEvent.AccountEnabled.class, Kind.ACCOUNT_ENABLED));

    private AnnouncedFacts() {}

    /** The facts that are announced, some of them not each time. */
    static Set<Class<? extends HistoryEvent>> all() {
        return EVENTS.keySet();
    }

    /** What is announced of {@code fact}, the account being as it is left. */
    static Optional<SecurityEvent> event(HistoryEvent fact, Account account) {
        return Optional.ofNullable(EVENTS.get(fact.getClass()))
                .filter(known -> isNews(fact, account))
                .map(event -> event.apply(fact));
    }

    /** What did not change the account, or not for good, is not announced as if it had. */
    private static boolean isNews(HistoryEvent fact, Account account) {
        if (fact instanceof HistoryEvent.UnlockCompleted completed) {
            return completed.lockLifted();
        }
        return !(fact instanceof HistoryEvent.AccountEnabled) || !account.isDisabled();
    }

    private static Map.Entry<Class<? extends HistoryEvent>, Function<HistoryEvent, SecurityEvent>> as(
            Class<? extends HistoryEvent> fact, Kind kind) {
        return entry(fact, it -> new SecurityEvent(kind, null));
    }

    private static <F extends HistoryEvent>
            Map.Entry<Class<? extends HistoryEvent>, Function<HistoryEvent, SecurityEvent>> about(
                    Class<F> fact, Function<F, UUID> about, Kind kind) {
        return entry(fact, it -> new SecurityEvent(kind, about.apply(fact.cast(it))));
    }
}

package uk.nhs.access.event;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.nhs.access.account.Account;
import uk.nhs.access.history.HistoryEvent;

/** Which facts of the history other services are told of, and as what. */
final class AnnouncedFacts {

    private static final Map<Class<? extends HistoryEvent>, Function<HistoryEvent, SecurityEvent>> EVENTS =
            Map.ofEntries(
                    as(HistoryEvent.PhoneChangeAsked.class, it -> new SecurityEvent.PhoneChangeAsked(it.change())),
                    as(
                            HistoryEvent.PhoneChangeCancelled.class,
                            it -> new SecurityEvent.PhoneChangeCancelled(it.change())),
                    as(
                            HistoryEvent.PhoneChangeSuperseded.class,
                            it -> new SecurityEvent.PhoneChangeLapsed(it.change())),
                    as(HistoryEvent.PhoneChangeExpired.class, it -> new SecurityEvent.PhoneChangeLapsed(it.change())),
                    as(HistoryEvent.PhoneChangeApplied.class, it -> new SecurityEvent.PhoneNumberChanged(it.change())),
                    as(HistoryEvent.NumberSet.class, it -> new SecurityEvent.PhoneNumberChanged(null)),
                    as(HistoryEvent.RecoveryProved.class, it -> new SecurityEvent.RecoveryUsed(it.recovery())),
                    as(HistoryEvent.SecurityQuestionsSet.class, it -> new SecurityEvent.RecoveryInformationChanged()),
                    as(HistoryEvent.AddressesChanged.class, it -> new SecurityEvent.RecoveryInformationChanged()),
                    as(HistoryEvent.PasswordChanged.class, it -> new SecurityEvent.PasswordChanged()),
                    as(HistoryEvent.TemporaryPasswordSent.class, it -> new SecurityEvent.PasswordReset()),
                    as(HistoryEvent.AccountLocked.class, it -> new SecurityEvent.AccountLocked()),
                    as(HistoryEvent.UnlockedForOwner.class, it -> new SecurityEvent.AccountUnlocked()),
                    as(HistoryEvent.UnlockCompleted.class, it -> new SecurityEvent.AccountUnlocked()),
                    as(HistoryEvent.AccountDisabled.class, it -> new SecurityEvent.AccountDisabled()),
                    as(HistoryEvent.AccountEnabled.class, it -> new SecurityEvent.AccountEnabled()));

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

    private static <F extends HistoryEvent>
            Map.Entry<Class<? extends HistoryEvent>, Function<HistoryEvent, SecurityEvent>> as(
                    Class<F> fact, Function<F, SecurityEvent> event) {
        return entry(fact, it -> event.apply(fact.cast(it)));
    }
}

package uk.nhs.access.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about an account. Its numbers are masked: a history row is safe to show to whoever may read it. */
public sealed interface HistoryEvent {

    record PhoneChangeAsked(
            UUID change, String newNumber, @Nullable String currentNumber, String origin) implements HistoryEvent {}

    record PhoneChangeCodeResent(UUID change) implements HistoryEvent {}

    record PhoneChangeConfirmed(UUID change) implements HistoryEvent {}

    record PhoneChangeHeld(UUID change, Instant appliesAt) implements HistoryEvent {}

    record PhoneChangeApplied(UUID change, String newNumber) implements HistoryEvent {}

    record PhoneChangeCancelled(UUID change) implements HistoryEvent {}

    record CancelLinkRefused(UUID change, String cid) implements HistoryEvent {}

    /** By another change, or by whoever set the number: then there is none. */
    record PhoneChangeSuperseded(UUID change, @Nullable UUID by) implements HistoryEvent {}

    record PhoneChangeExpired(UUID change, String from) implements HistoryEvent {}

    record CodeIssued(UUID code, String purpose, String channel, String sentTo) implements HistoryEvent {}

    record CodeResent(UUID code, String purpose, String channel, String sentTo) implements HistoryEvent {}

    record CodeAccepted(UUID code, String purpose) implements HistoryEvent {}

    record RecoveryOpened(UUID recovery) implements HistoryEvent {}

    record RecoveryCodeSent(UUID recovery) implements HistoryEvent {}

    record RecoveryProved(UUID recovery, String proof) implements HistoryEvent {}

    record RecoveryRefused(UUID recovery, String proof) implements HistoryEvent {}

    record CodeRefused(UUID code, String purpose) implements HistoryEvent {}

    record PasswordChanged() implements HistoryEvent {}

    record PasswordChangeRefused() implements HistoryEvent {}

    record PasswordReminded(int daysLeft) implements HistoryEvent {}

    record PasswordChangedInDirectory(String organisation, Instant setAt) implements HistoryEvent {}

    record LockedInDirectory(String organisation, Instant since) implements HistoryEvent {}

    record UnlockedInDirectory(String organisation) implements HistoryEvent {}

    record TemporaryPasswordUsed() implements HistoryEvent {}

    record AccountLocked(String because) implements HistoryEvent {}

    /** Each by its name, or OWN. */
    record SecurityQuestionsSet(List<String> questions) implements HistoryEvent {}

    record UnlockRefused(UUID unlock, String what) implements HistoryEvent {}

    record UnlockProved(UUID unlock, String what) implements HistoryEvent {}

    record UnlockCodeSent(UUID unlock) implements HistoryEvent {}

    record UnlockCompleted(UUID unlock, String choice, boolean lockLifted) implements HistoryEvent {}

    record TemporaryPasswordSent() implements HistoryEvent {}

    record TemporaryPasswordNotSent() implements HistoryEvent {}

    record AccountProvisioned(
            @Nullable String organisation, @Nullable String number) implements HistoryEvent {}

    record HolderChanged(
            @Nullable String formerOrganisation, @Nullable String organisation) implements HistoryEvent {}

    record AddressesChanged(List<String> former, List<String> addresses) implements HistoryEvent {}

    record NumberSet(
            @Nullable String formerNumber,
            String number,
            @Nullable String reason) implements HistoryEvent {}

    record AccountDisabled(String because, @Nullable String reason) implements HistoryEvent {}

    record UnlockedForOwner(String because, String reason) implements HistoryEvent {}

    /** Into the directory of the organisation. */
    record CarriedToDirectory(String errand, String organisation) implements HistoryEvent {}

    record NotCarriedToDirectory(String errand, String organisation, String reason) implements HistoryEvent {}

    record AccountEnabled(String because) implements HistoryEvent {}
}

package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.SomeAccount;
import uk.nhs.access.event.SecurityEvent.Kind;
import uk.nhs.access.history.HistoryEvent;

/** Each fact of the history is announced, or stands here as one that nobody else is told of. */
class AnnouncedFactsTest {

    /** Steps on a way that may lead nowhere, refusals, and what says nothing new about the account. */
    private static final Set<Class<? extends HistoryEvent>> NOT_ANNOUNCED = Set.of(
            HistoryEvent.PhoneChangeCodeResent.class,
            HistoryEvent.PhoneChangeConfirmed.class,
            HistoryEvent.PhoneChangeHeld.class,
            HistoryEvent.CancelLinkRefused.class,
            HistoryEvent.CodeIssued.class,
            HistoryEvent.CodeResent.class,
            HistoryEvent.CodeAccepted.class,
            HistoryEvent.CodeRefused.class,
            HistoryEvent.RecoveryOpened.class,
            HistoryEvent.RecoveryCodeSent.class,
            HistoryEvent.RecoveryRefused.class,
            HistoryEvent.PasswordChangeRefused.class,
            HistoryEvent.PasswordReminded.class,
            HistoryEvent.TemporaryPasswordUsed.class,
            HistoryEvent.TemporaryPasswordNotSent.class,
            HistoryEvent.UnlockRefused.class,
            HistoryEvent.UnlockProved.class,
            HistoryEvent.UnlockCodeSent.class,
            HistoryEvent.AccountProvisioned.class,
            HistoryEvent.HolderChanged.class,
            HistoryEvent.CarriedToDirectory.class,
            HistoryEvent.NotCarriedToDirectory.class);

    private final Account account = SomeAccount.open();

    @Test
    void every_fact_is_announced_or_known_not_to_be() {
        assertThat(Arrays.stream(HistoryEvent.class.getPermittedSubclasses()))
                .allSatisfy(fact -> assertThat(AnnouncedFacts.all().contains(fact) ^ NOT_ANNOUNCED.contains(fact))
                        .as(fact.getSimpleName())
                        .isTrue());
    }

    @Test
    void a_fact_is_announced_as_what_it_is_and_about_what_it_is() {
        UUID id = UUID.randomUUID();

        assertThat(announced(new HistoryEvent.PasswordChanged()))
                .contains(new SecurityEvent(Kind.PASSWORD_CHANGED, null));
        assertThat(announced(new HistoryEvent.PhoneChangeCancelled(id)))
                .contains(new SecurityEvent(Kind.PHONE_CHANGE_CANCELLED, id));
        assertThat(announced(new HistoryEvent.RecoveryProved(id, "EMAIL")))
                .contains(new SecurityEvent(Kind.RECOVERY_USED, id));
        assertThat(announced(new HistoryEvent.PasswordChangeRefused())).isEmpty();
    }

    @Test
    void an_unlock_that_found_no_lock_is_no_news() {
        UUID unlock = UUID.randomUUID();

        assertThat(announced(new HistoryEvent.UnlockCompleted(unlock, "KEEP_PASSWORD", true)))
                .contains(new SecurityEvent(Kind.ACCOUNT_UNLOCKED, null));
        assertThat(announced(new HistoryEvent.UnlockCompleted(unlock, "KEEP_PASSWORD", false)))
                .isEmpty();
    }

    @Test
    void an_account_that_stays_disabled_for_another_reason_is_not_announced_as_enabled() {
        HistoryEvent enabled = new HistoryEvent.AccountEnabled("BY_SERVICE");
        assertThat(announced(enabled)).contains(new SecurityEvent(Kind.ACCOUNT_ENABLED, null));

        account.disable(DisabledBecause.NON_UK_NUMBER);

        assertThat(announced(enabled)).isEmpty();
        assertThat(announced(new HistoryEvent.PasswordChanged())).isPresent();
    }

    private Optional<SecurityEvent> announced(HistoryEvent fact) {
        return AnnouncedFacts.event(fact, account);
    }
}

package uk.nhs.access.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

    @Test
    void every_fact_is_announced_or_known_not_to_be() {
        assertThat(Arrays.stream(HistoryEvent.class.getPermittedSubclasses()))
                .allSatisfy(fact -> assertThat(AnnouncedFacts.all().contains(fact) ^ NOT_ANNOUNCED.contains(fact))
                        .as(fact.getSimpleName())
                        .isTrue());
    }
}

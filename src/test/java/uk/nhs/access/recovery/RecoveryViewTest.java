package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.SomeAccount;

class RecoveryViewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Account account = SomeAccount.open();
    private final Recovery recovery = Recovery.open(account, NOW, Duration.ofMinutes(30));

    @Test
    void at_first_there_is_nothing_to_see_but_that_it_is_open_and_until_when() {
        assertThat(RecoveryView.from(recovery, null))
                .isEqualTo(
                        new RecoveryView(recovery.id(), RecoveryState.OPEN, NOW.plusSeconds(1_800), null, null, null));
    }

    @Test
    void where_a_code_went_is_seen_in_part_and_how_it_was_proved() {
        recovery.codeSent(recovery.newCodeBinding(account, NOW));
        recovery.prove(Proof.EMAIL_CODE, NOW);

        RecoveryView view = RecoveryView.from(recovery, null);

        assertThat(view.sentTo()).isEqualTo("r•••@example.org");
        assertThat(view.provedBy()).isEqualTo(Proof.EMAIL_CODE);
        assertThat(view.attemptsLeft()).isNull();
    }
}

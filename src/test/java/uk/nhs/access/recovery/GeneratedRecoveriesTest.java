package uk.nhs.access.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.problem.Cid.RECOVERY_EXPIRED;
import static uk.nhs.access.problem.Cid.RECOVERY_NOT_PROVED;
import static uk.nhs.access.problem.Cid.RECOVERY_STEP_DONE;
import static uk.nhs.access.recovery.RecoveryState.OPEN;
import static uk.nhs.access.recovery.RecoveryState.PROVED;
import static uk.nhs.access.recovery.RecoveryState.USED;
import static uk.nhs.access.support.Tried.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.SomeAccount;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.support.Cases;

/** What a recovery opens, whatever is tried and whenever. */
class GeneratedRecoveriesTest {

    private static final Instant OPENED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Instant END = OPENED.plus(LIFETIME);

    private final Account account = SomeAccount.open(null, "robin@example.org", "other@example.org");

    @Test
    void it_opens_one_change_after_one_proof_and_nothing_once_its_time_is_over() {
        Cases.each(2_000, chance -> {
            Recovery recovery = Recovery.open(account, OPENED, LIFETIME);
            RecoveryState expected = OPEN;
            Optional<Proof> provedBy = Optional.empty();
            Instant now = OPENED;
            for (int step = 0; step < 8; step++) {
                now = chance.after(now, Duration.ofMinutes(5), END);
                if (chance.oneIn(2)) {
                    Proof proof = chance.of(Proof.values());
                    Optional<Cid> refusal = refusalOfProof(expected, now);
                    assertThat(refusal(() -> recovery.requireOpen(END))).contains(RECOVERY_EXPIRED);
                    assertThat(refusedAt(recovery, proof, now)).isEqualTo(refusal);
                    provedBy = refusal.isEmpty() ? Optional.of(proof) : provedBy;
                    expected = refusal.isEmpty() ? PROVED : expected;
                } else {
                    Optional<Cid> refusal = refusalOfUse(expected, now);
                    assertThat(refusedUse(recovery, now)).isEqualTo(refusal);
                    expected = refusal.isEmpty() ? USED : expected;
                }
                assertThat(recovery.state()).isEqualTo(expected);
                assertThat(recovery.provedBy()).isEqualTo(provedBy);
            }
        });
    }

    @Test
    void its_code_goes_to_the_address_that_the_account_is_known_by_and_is_the_one_that_was_sent_last() {
        Recovery recovery = Recovery.open(account, OPENED, LIFETIME);
        assertThat(recovery.codeBinding()).isEmpty();
        assertThat(recovery.codeAddress()).isEmpty();

        for (int sent = 0; sent < 2; sent++) {
            CodeBinding binding = recovery.newCodeBinding(account, OPENED);
            assertThat(binding.purpose()).isEqualTo(CodePurpose.RECOVERY);
            assertThat(binding.account()).isEqualTo(account.id()).isEqualTo(recovery.accountId());
            assertThat(binding.destination()).isEqualTo("robin@example.org");

            recovery.codeSent(binding);

            assertThat(recovery.codeBinding()).contains(binding);
            assertThat(recovery.codeAddress()).contains(new EmailAddress("robin@example.org"));
        }
    }

    @Test
    void it_is_known_by_an_id_of_its_own_and_ends_when_its_lifetime_does() {
        Recovery one = Recovery.open(account, OPENED, LIFETIME);
        assertThat(one.id())
                .isNotEqualTo(Recovery.open(account, OPENED, LIFETIME).id());
        assertThat(one.expiresAt()).isEqualTo(END);
    }

    private static Optional<Cid> refusalOfProof(RecoveryState state, Instant now) {
        if (!now.isBefore(END)) {
            return Optional.of(RECOVERY_EXPIRED);
        }
        return state == OPEN ? Optional.empty() : Optional.of(RECOVERY_STEP_DONE);
    }

    private static Optional<Cid> refusalOfUse(RecoveryState state, Instant now) {
        if (state == USED) {
            return Optional.of(RECOVERY_STEP_DONE);
        }
        if (!now.isBefore(END)) {
            return Optional.of(RECOVERY_EXPIRED);
        }
        return state == PROVED ? Optional.empty() : Optional.of(RECOVERY_NOT_PROVED);
    }

    private static Optional<Cid> refusedAt(Recovery recovery, Proof proof, Instant now) {
        Optional<Cid> refused = refusal(() -> recovery.requireOpen(now));
        assertThat(refusal(() -> recovery.prove(proof, now))).isEqualTo(refused);
        return refused;
    }

    private static Optional<Cid> refusedUse(Recovery recovery, Instant now) {
        Optional<Cid> refused = refusal(() -> recovery.requireUsable(now));
        assertThat(refusal(() -> recovery.use(now))).isEqualTo(refused);
        return refused;
    }
}

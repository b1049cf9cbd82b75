package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.directory.TargetState.State;
import uk.nhs.access.language.Language;

class CarriedChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofMinutes(60));
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Sealed SEALED = Sealed.of("k1:AAAA");

    private final UUID id = UUID.randomUUID();

    /** The ends of a change that is to be carried. */
    enum End {
        DONE {
            @Override
            void reach(CarriedChange change) {
                change.done(NOW);
            }
        },
        FAILED {
            @Override
            void reach(CarriedChange change) {
                change.fail(FailedBecause.PASSWORD_POLICY, NOW);
            }
        },
        SUPERSEDED {
            @Override
            void reach(CarriedChange change) {
                change.supersede(NOW);
            }
        };

        abstract void reach(CarriedChange change);
    }

    @Test
    void what_an_account_does_that_is_known_there_is_queued() {
        CarriedChange change = CarriedChange.of(Errand.UNLOCK, order(null), END);

        assertThat(change.state()).isEqualTo(CarryState.QUEUED);
        assertThat(change.isBeforeSync(NOW)).isFalse();
        assertThat(TargetState.from(change).state()).isEqualTo(State.QUEUED);
    }

    @Test
    void what_a_new_account_does_waits_for_its_first_sync_up_to_that_instant() {
        CarriedChange change = CarriedChange.chosen(id, SEALED, order(END), END);

        assertThat(change.id()).isEqualTo(id);
        assertThat(change.errand()).isEqualTo(Errand.PASSWORD);
        assertThat(change.tries().count()).isZero();
        assertThat(change.state()).isEqualTo(CarryState.WAITING_FOR_SYNC);
        assertThat(TargetState.from(change).state()).isEqualTo(State.WAITING_FOR_SYNC);
        assertThat(TargetState.from(change).holdsFrom()).isEqualTo(END);
        assertThat(change.isBeforeSync(END.minus(TICK))).isTrue();
        assertThat(change.isBeforeSync(END)).isFalse();
    }

    @Test
    void a_temporary_password_is_carried_once_its_text_has_arrived() {
        CarriedChange temporary = CarriedChange.temporary(id, SEALED, order(null), END);
        assertThat(temporary.state()).isEqualTo(CarryState.AWAITED);
        assertThat(TargetState.from(temporary).state()).isEqualTo(State.QUEUED);

        temporary.arrive(NOW);

        assertThat(temporary.state()).isEqualTo(CarryState.QUEUED);
        assertThatIllegalStateException().isThrownBy(() -> temporary.arrive(NOW));
    }

    @ParameterizedTest
    @EnumSource
    void whatever_settles_it_wipes_its_password_and_is_the_end(End end) {
        CarriedChange change = CarriedChange.chosen(id, SEALED, order(null), END);
        assertThat(change.password()).isSameAs(SEALED);

        end.reach(change);

        assertThat(change.state().name()).isEqualTo(end.name());
        assertThat(change.isUnfinished()).isFalse();
        assertThatIllegalStateException().isThrownBy(change::password);
        for (End another : End.values()) {
            assertThatIllegalStateException().isThrownBy(() -> another.reach(change));
        }
    }

    @Test
    void its_time_is_over_at_its_end_and_not_one_tick_before() {
        CarriedChange change = CarriedChange.chosen(id, SEALED, order(null), END);

        assertThat(change.isOver(END.minus(TICK))).isFalse();
        assertThat(change.isOver(END)).isTrue();
        change.done(NOW);
        assertThat(change.isOver(END)).isFalse();
    }

    @Test
    void the_time_of_a_temporary_password_ends_where_it_was_carried_to_as_well() {
        CarriedChange temporary = CarriedChange.temporary(id, SEALED, order(null), END);
        temporary.arrive(NOW);
        temporary.done(NOW);

        assertThat(temporary.isOver(END.minus(TICK))).isFalse();
        assertThat(temporary.isOver(END)).isTrue();
    }

    @Test
    void a_temporary_password_that_is_taken_back_has_failed_for_its_owner() {
        CarriedChange revocation = CarriedChange.of(Errand.REVOCATION, order(null), END);

        for (int tries = 0; tries < 2; tries++) {
            TargetState told = TargetState.from(revocation);
            assertThat(told.action()).isEqualTo(TargetState.Action.PASSWORD);
            assertThat(told.state()).isEqualTo(State.FAILED);
            assertThat(told.reason()).isEqualTo(FailedBecause.TEMPORARY_OVER);
            revocation = done(Errand.REVOCATION);
        }
    }

    @Test
    void a_try_has_the_password_along_where_there_is_one_and_does_not_show_it_in_passing() {
        EmailAddress address = new EmailAddress("sam@nhs.net");
        CarriedChange change = CarriedChange.chosen(id, SEALED, order(null), END);

        Carriage carriage = Carriage.of(change, address);

        assertThat(carriage)
                .isEqualTo(new Carriage(
                        id, change.accountId(), change.organisation(), Errand.PASSWORD, address, SEALED, 0));
        assertThat(carriage).hasToString("Carriage " + id);
        CarriedChange unlock = CarriedChange.of(Errand.UNLOCK, order(null), END);
        assertThat(Carriage.of(unlock, address).password()).isNull();
    }

    @Test
    void what_counts_at_once_counts_in_the_mailbox() {
        assertThat(TargetState.ofMailbox(TargetState.Action.UNLOCK, State.DONE))
                .isEqualTo(
                        new TargetState(TargetState.Target.MAILBOX, TargetState.Action.UNLOCK, State.DONE, null, null));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_directory_refuses_has_failed_for_its_reason(Refusal refusal) {
        assertThat(FailedBecause.of(refusal).name()).isEqualTo(refusal.name());
    }

    private CarriedChange done(Errand errand) {
        CarriedChange change = CarriedChange.of(errand, order(null), END);
        change.done(NOW);
        return change;
    }

    private static Ordered order(@Nullable Instant holdsFrom) {
        return new Ordered(UUID.randomUUID(), new OdsCode("X1A"), Language.ENGLISH, NOW, holdsFrom);
    }
}

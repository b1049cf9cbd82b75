package uk.nhs.access.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.support.NamedTest;

/** Each attack that was thought of is tried by tests that exist and run in every build. */
class AttackTest {

    @ParameterizedTest
    @EnumSource
    void each_attack_is_tried(Attack attack) {
        assertThat(attack.tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(NamedTest.isRun(test)).as(test).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_tried_by_the_clock_is_there_and_kept_out_of_builds(Attack attack) {
        assertThat(attack.byTheClock())
                .allSatisfy(
                        test -> assertThat(NamedTest.isRunByHand(test)).as(test).isTrue());
    }
}

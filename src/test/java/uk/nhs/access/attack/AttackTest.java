package uk.nhs.access.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.support.NamedTest;

/** Each attack that was thought of is tried by tests that exist and run. */
class AttackTest {

    @ParameterizedTest
    @EnumSource
    void each_attack_is_tried(Attack attack) {
        assertThat(attack.tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(NamedTest.isRun(test)).as(test).isTrue());
    }
}

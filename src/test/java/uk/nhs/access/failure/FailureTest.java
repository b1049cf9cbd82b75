package uk.nhs.access.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.support.NamedTest;

/** Each failure that was thought of is made to happen, by faults and tests that exist and run. */
class FailureTest {

    private static final String FAULT = "trust.Fault#";

    @ParameterizedTest
    @EnumSource
    void each_failure_is_made_to_happen(Failure failure) throws ClassNotFoundException {
        List<String> faults = faults();
        assertThat(failure.madeBy())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(faults.contains(name) || NamedTest.isRun(name))
                        .as(name)
                        .isTrue());
    }

    @Test
    void each_fault_of_the_run_under_faults_is_one_of_these_failures() throws ClassNotFoundException {
        assertThat(Arrays.stream(Failure.values()).flatMap(failure -> failure.madeBy().stream()))
                .containsAll(faults());
    }

    private static List<String> faults() throws ClassNotFoundException {
        return Stream.of(Class.forName("uk.nhs.access.trust.Fault").getEnumConstants())
                .map(fault -> FAULT + ((Enum<?>) fault).name())
                .toList();
    }
}

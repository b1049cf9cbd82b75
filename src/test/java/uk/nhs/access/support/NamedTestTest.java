package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What is said of tests elsewhere is held to what builds run. */
class NamedTestTest {

    @Test
    void a_test_without_a_tag_runs_in_every_build() {
        String test = "support.NamedTestTest#a_test_without_a_tag_runs_in_every_build";
        assertThat(NamedTest.isRun(test)).isTrue();
        assertThat(NamedTest.isRunByHand(test)).isFalse();
    }

    @Test
    void what_a_build_leaves_out_by_its_tag_runs_by_hand() {
        String test = "unlock.TimingTest#wrong_answers_take_as_long_whoever_is_meant";
        assertThat(NamedTest.isRun(test)).isFalse();
        assertThat(NamedTest.isRunByHand(test)).isTrue();
    }

    @Test
    void what_is_not_there_does_not_run() {
        assertThat(NamedTest.isRun("support.NamedTestTest#no_such_test")).isFalse();
        assertThat(NamedTest.isRunByHand("unlock.TimingTest#no_such_test")).isFalse();
        assertThat(NamedTest.isRun("support.NamedTestTest#toString")).isFalse();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> NamedTest.isRun("support.NoSuchTest#any"))
                .withMessageContaining("NoSuchTest");
    }
}

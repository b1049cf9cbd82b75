package uk.nhs.access.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million codes. Each bound of chi-squared is passed by a uniform generator but once in ten million runs. */
class SecurityCodeTest {

    private static final int CODES = 1_000_000;
    private static final int DIGITS = 6;
    private static final double MOST_WITH_9_DEGREES = 50.2;
    private static final double MOST_WITH_999_DEGREES = 1249.0;

    private static int[] codes;

    @BeforeAll
    static void draw() {
        codes = IntStream.range(0, CODES)
                .map(i -> Integer.parseInt(SecurityCode.random(DIGITS).digits()))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000, 10_000, 100_000})
    void every_digit_is_as_frequent_as_any_other_at_each_position(int place) {
        assertThat(chiSquared(10, Arrays.stream(codes).map(code -> code / place % 10)))
                .isLessThan(MOST_WITH_9_DEGREES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void the_codes_are_spread_evenly_over_a_thousand_bins(int place) {
        assertThat(chiSquared(1_000, Arrays.stream(codes).map(code -> code / place % 1_000)))
                .isLessThan(MOST_WITH_999_DEGREES);
    }

    /** Of a million draws, 632,121 different codes are expected, with a standard deviation of about 312. */
    @Test
    void the_codes_do_not_repeat_more_often_than_chance_has_it() {
        assertThat(Arrays.stream(codes).distinct().count()).isBetween(630_000L, 634_000L);
    }

    @Test
    void leading_zeros_are_kept() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> SecurityCode.random(DIGITS).digits()))
                .allMatch(digits -> digits.matches("[0-9]{6}"))
                .anyMatch(digits -> digits.startsWith("0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 10})
    void a_code_has_the_length_that_was_asked_for(int length) {
        assertThat(SecurityCode.random(length).digits()).matches("[0-9]{" + length + "}");
    }

    @Test
    void its_text_hides_it() {
        assertThat(SecurityCode.random(DIGITS)).hasToString("SecurityCode[hidden]");
    }

    private static double chiSquared(int bins, IntStream values) {
        int[] counts = new int[bins];
        values.forEach(value -> counts[value]++);
        double expected = (double) CODES / bins;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}

package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ofcom's range for drama: 07700 900000 to 900999, and not one number beside it. */
class FictionalNumbersTest {

    private final MobileNumbers inProduction = new MobileNumbers(() -> false);
    private final MobileNumbers elsewhere = new MobileNumbers(() -> true);

    @Test
    void all_thousand_are_accepted_where_the_setting_allows() {
        assertThat(IntStream.range(900_000, 901_000))
                .allSatisfy(number ->
                        assertThat(elsewhere.parse("07700 " + number)).contains(new MobileNumber("+447700" + number)));
    }

    @Test
    void all_thousand_are_refused_in_production() {
        assertThat(IntStream.range(900_000, 901_000))
                .allSatisfy(number ->
                        assertThat(inProduction.parse("07700 " + number)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44 7700 900123", "0044 7700 900123", "+44 (0)7700 900123", "(07700) 900-123"})
    void every_notation_is_refused_in_production(String typed) {
        assertThat(inProduction.parse(typed)).isEmpty();
        assertThat(elsewhere.parse(typed)).contains(new MobileNumber("+447700900123"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 901000",
                "07700 910000",
                "07700 999999",
                "07701 900123",
                "07600 900123",
                "07700 90012",
                "07700 9001234",
                "+33 7700 900123",
                "+1 770 090 0123"
            })
    void the_setting_allows_nothing_beside_the_range(String typed) {
        assertThat(elsewhere.parse(typed)).isEqualTo(inProduction.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"07700 901000", "07700 910000", "07700 999999"})
    void numbers_right_after_the_range_are_nobodys(String typed) {
        assertThat(elsewhere.parse(typed)).isEmpty();
    }
}

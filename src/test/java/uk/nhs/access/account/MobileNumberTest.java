package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

    private final MobileNumber number = new MobileNumber("+447700900123");

    @Test
    void only_the_last_three_digits_are_shown() {
        assertThat(number.masked()).isEqualTo("•••• •••123");
        assertThat(number.ending()).isEqualTo("123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+447911123456", "+1234567", "+123456789012345"})
    void the_masked_form_tells_neither_more_digits_nor_how_many_there_are(String e164) {
        String masked = new MobileNumber(e164).masked();
        assertThat(masked.replaceAll("[^0-9]", "")).isEqualTo(e164.substring(e164.length() - 3));
        assertThat(masked).hasSameSizeAs(number.masked());
    }

    @Test
    void its_text_is_the_masked_form_so_that_a_log_shows_no_more() {
        assertThat(number).hasToString(number.masked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "447700900123",
                "07700900123",
                "+44 7700 900123",
                "+047700900123",
                "+123456",
                "+1234567890123456",
                "+44770090012\uFF13",
                "+447700900123\n"
            })
    void what_is_not_e164_cannot_become_a_number(String text) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new MobileNumber(text))
                .withMessage("Not a number in E.164");
    }
}

package uk.nhs.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignNumberTest {

    @Test
    void its_text_is_the_masked_form_so_that_a_log_shows_no_more() {
        assertThat(new ForeignNumber("+33612345678")).hasToString("•••• •••678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "33612345678", "+33 612345678", "+0612345678", "+33612", "+447700900123", "+441134960999"})
    void a_number_of_the_uk_is_none_nor_is_what_is_not_e164(String text) {
        assertThatIllegalStateException().isThrownBy(() -> new ForeignNumber(text));
    }
}

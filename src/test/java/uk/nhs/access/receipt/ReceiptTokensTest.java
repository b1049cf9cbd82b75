package uk.nhs.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.notice.NotifySettings;

class ReceiptTokensTest {

    private static final String GOOD = "0123456789abcdef0123456789ABCDEF";
    private static final String NEXT = "fedcba9876543210FEDCBA9876543210";

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + GOOD, "bearer " + GOOD, "BEARER " + GOOD})
    void the_token_opens_however_its_scheme_is_written(String authorization) {
        assertThat(tokens(GOOD).isIn(authorization)).isTrue();
    }

    @Test
    void the_end_of_a_line_is_no_part_of_it() {
        assertThat(tokens(GOOD + "\n").isIn("Bearer " + GOOD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                GOOD,
                "Basic " + GOOD,
                "Bearer 0123456789abcdef0123456789abcdef",
                "Bearer 0123456789abcdef0123456789ABCDE",
                "Bearer " + GOOD + "0",
                "Bearer " + GOOD + "," + GOOD,
                "Bearer" + GOOD
            })
    void nothing_else_opens(String authorization) {
        assertThat(tokens(GOOD).isIn(authorization)).isFalse();
        assertThat(tokens(GOOD).isIn(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD + "," + NEXT, NEXT + ", " + GOOD, GOOD + "," + NEXT + "\n"})
    void while_one_takes_the_place_of_another_both_open(String both) {
        assertThat(tokens(both).isIn("Bearer " + GOOD)).isTrue();
        assertThat(tokens(both).isIn("Bearer " + NEXT)).isTrue();
        assertThat(tokens(both).isIn("Bearer " + both)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer null", "Bearer " + GOOD})
    void where_none_is_set_nothing_opens(String authorization) {
        ReceiptTokens none = new ReceiptTokens(Defaults.of(NotifySettings.class));

        assertThat(none.isIn(authorization)).isFalse();
        assertThat(none.isIn(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", GOOD + ",x", "0123456789abcdef0123456789ABCDE", "    0123456789abcdef0123456789ABCDE    "})
    void one_of_less_than_32_characters_is_named_but_not_shown(String weak) {
        assertThatThrownBy(() -> tokens(weak))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("NOTICE_NOTIFY_RECEIPT_TOKENS must have at least 32 characters each, or be left out");
    }

    private static ReceiptTokens tokens(String value) {
        return new ReceiptTokens(Defaults.with(NotifySettings.class, Map.of("notice.notify.receipt-tokens", value)));
    }
}

package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.access.Defaults;
import uk.nhs.access.crypto.SlowHashSettings;
import uk.nhs.access.web.WebSettings;

class PlacesLeftTest {

    @Test
    void the_defaults_leave_some() {
        assertThatCode(() -> new PlacesLeft(Defaults.of(WebSettings.class), Defaults.of(SlowHashSettings.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void one_place_more_than_passwords_take_is_enough() {
        assertThatCode(() -> left(49, 44)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"48, 44, 48", "40, 44, 48", "64, 60, 64", "64, 2147483647, 2147483651"})
    void none_left_stops_the_start(int places, int waiting, String together) {
        assertThatIllegalStateException()
                .isThrownBy(() -> left(places, waiting))
                .withMessageStartingWith("WEB_MOST_AT_ONCE is " + places + " and must be more than ")
                .withMessageContaining("CRYPTO_SLOW_HASH_AT_ONCE and CRYPTO_SLOW_HASH_MOST_WAITING together, which are "
                        + together + ",");
    }

    private static PlacesLeft left(int places, int waiting) {
        return new PlacesLeft(
                Defaults.with(WebSettings.class, Map.of("web.most-at-once", Integer.toString(places))),
                Defaults.with(
                        SlowHashSettings.class, Map.of("crypto.slow-hash.most-waiting", Integer.toString(waiting))));
    }
}

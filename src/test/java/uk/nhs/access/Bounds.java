package uk.nhs.access;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigValidationException;
import java.util.Map;

/** What settings may not be. */
final class Bounds {

    private Bounds() {}

    /** In one sentence that names the setting. */
    static void assertOutOfBounds(Class<?> settings, String setting, String value) {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> Defaults.with(
                        settings, Map.of(setting, value, "phone-change.cancel-page", "https://app.example/cancel")))
                .matches(refused -> refused.getProblemCount() == 1)
                .withMessageContaining(setting + " must be ");
    }
}

package uk.nhs.access;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.Map;

/** The settings as they are where nobody set anything. */
public final class Defaults {

    private Defaults() {}

    public static <T> T of(Class<T> settings) {
        return with(settings, Map.of());
    }

    /** The defaults, and those values that have none. */
    public static <T> T with(Class<T> settings, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(settings)
                .withValidator(new BeanValidationConfigValidatorImpl())
                .build()
                .getConfigMapping(settings);
    }
}

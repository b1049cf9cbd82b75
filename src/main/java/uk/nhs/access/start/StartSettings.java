package uk.nhs.access.start;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Set;

/** The settings as the service would see them, read before anything of it runs, and thrown away after. */
final class StartSettings {

    private static final Set<String> NOT_PRODUCTION = Set.of("dev", "test");

    private StartSettings() {}

    static SmallRyeConfig read() {
        return ConfigUtils.configBuilder().build();
    }

    /** Whatever is not named development or test is production, and so is whatever is named both. */
    static boolean areOfProduction(SmallRyeConfig settings) {
        return !NOT_PRODUCTION.containsAll(settings.getProfiles())
                || settings.getProfiles().isEmpty();
    }
}

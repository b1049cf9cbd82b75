package uk.nhs.access.development;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What is open in development, and shut in production. */
@ConfigMapping(prefix = "development")
public interface DevelopmentSettings {

    /** Whether tokens, messages and demo accounts are there for anybody. Refused in production. */
    @WithDefault("false")
    boolean enabled();

    /** The folder that a developer's data is kept in from one start to the next. */
    Path data();

    /** Whether the service ends when the process that started it does. */
    @WithDefault("false")
    boolean endWithParent();
}

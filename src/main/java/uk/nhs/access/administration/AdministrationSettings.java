package uk.nhs.access.administration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much one Local Administrator may do. */
@ConfigMapping(prefix = "administration")
public interface AdministrationSettings {

    /** How often in an hour one administrator may change something. */
    @WithDefault("30")
    @Min(1) int inAnHour();

    /** How often in an hour one administrator may search. */
    @WithDefault("300")
    @Min(1) int searchesInAnHour();
}

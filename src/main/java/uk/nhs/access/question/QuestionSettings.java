package uk.nhs.access.question;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many security questions there are. */
@ConfigMapping(prefix = "question")
public interface QuestionSettings {

    /** How many a person sets, and is asked all of. Whoever has set fewer has to set them anew. */
    @WithDefault("3")
    @Min(2) @Max(10) int count();

    /** How often one account sets them within a day: each time everybody who could be the owner is told. */
    @WithDefault("5")
    @Min(1) int setInADay();
}

package uk.nhs.access.question;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One question and its answer, as somebody wrote them.
 *
 * @param question one that is offered, or null
 * @param ownQuestion one of their own, or null
 */
record Written(
        @Nullable StandardQuestion question,
        @Nullable String ownQuestion,
        @NotNull String answer) {

    @Override
    public String toString() {
        return "Written[hidden]";
    }
}

package uk.nhs.access.administration;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.history.HistoryEntry;

/**
 * One line of an account's history as a Local Administrator sees it: masked, and without the network address.
 *
 * @param facts as JSON
 * @param actorName the subject of the token, where there was one
 */
record HistoryLine(
        Instant at,
        String event,
        @JsonRawValue String facts,
        Actor.Kind actor,
        @Nullable String actorName) {

    /** Without why it was done, and by whom. */
    HistoryLine anonymous(String factsWithoutReason) {
        return new HistoryLine(at, event, factsWithoutReason, actor, null);
    }

    static HistoryLine from(HistoryEntry entry) {
        return new HistoryLine(
                entry.happenedAt(),
                entry.event(),
                entry.facts(),
                entry.actor().kind(),
                entry.actor().name());
    }
}

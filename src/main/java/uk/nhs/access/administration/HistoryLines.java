package uk.nhs.access.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.history.HistoryEntry;

/**
 * The lines of a history that an administrator reads. An account brings them along when it moves to another organisation;
 * who its administrators there were, and what they gave for a reason, stays with theirs.
 */
@Singleton
class HistoryLines {

    private final Callers callers;
    private final ObjectMapper json;

    HistoryLines(Callers callers, ObjectMapper json) {
        this.callers = callers;
        this.json = json;
    }

    HistoryLine of(HistoryEntry entry) {
        HistoryLine line = HistoryLine.from(entry);
        return isOfOther(entry.actor()) ? line.anonymous(withoutReason(line.facts())) : line;
    }

    private boolean isOfOther(Actor actor) {
        return actor.kind() == Actor.Kind.ADMINISTRATOR
                && !callers.organisations().contains(actor.organisation());
    }

    private String withoutReason(String facts) {
        try {
            return ((ObjectNode) json.readTree(facts)).without("reason").toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts are JSON", impossible);
        }
    }
}

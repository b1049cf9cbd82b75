package uk.nhs.access.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Pattern;

/** What a receiver made of an event (RFC 8935, sections 2.2 to 2.4). Its words are safe to log. */
sealed interface Answer {

    /** It has the event. */
    record Accepted() implements Answer {}

    /** Not known to have it: push it again. */
    record Later(String why) implements Answer {}

    /** It will never take this event as it is. */
    record Refused(String why) implements Answer {}

    /**
     * Only 202 says that the receiver has the event. Of the errors, those about the event itself do not pass by waiting;
     * keys and credentials do, once both sides have the same.
     */
    static Answer of(int status, String body) {
        if (status == Codes.ACCEPTED) {
            return new Accepted();
        }
        String error = status == Codes.BAD_REQUEST ? Codes.error(body) : "";
        String why = (status + " " + error).strip();
        return Codes.FOR_GOOD.contains(error) ? new Refused(why) : new Later(why);
    }

    /** What the specification says in numbers and words. */
    final class Codes {

        private static final int ACCEPTED = 202;
        private static final int BAD_REQUEST = 400;
        private static final Set<String> FOR_GOOD = Set.of("invalid_request", "invalid_issuer", "invalid_audience");
        private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
        private static final ObjectMapper JSON = new ObjectMapper();

        private Codes() {}

        /** The error's code alone: what else a stranger writes stays out of our log. */
        private static String error(String body) {
            try {
                String error = JSON.readTree(body).path("err").asText();
                return ERROR.matcher(error).matches() ? error : "";
            } catch (JsonProcessingException notJson) {
                return "";
            }
        }
    }
}

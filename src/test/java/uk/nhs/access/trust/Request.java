package uk.nhs.access.trust;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.support.Person;

/**
 * What a client asks, as often as it has to.
 *
 * @param who the account, or whatever else names whom it is about
 * @param about what it is about, where that is known before
 * @param key the {@code Idempotency-Key}, where the operation takes one
 */
record Request(
        Command command,
        String who,
        @Nullable String about,
        String method,
        String path,
        @Nullable String token,
        @Nullable String body,
        @Nullable String key) {

    static Request post(
            Command command, Person person, @Nullable String token, String path, @Nullable JsonObject body) {
        return new Request(
                command,
                person.account().toString(),
                null,
                "POST",
                path,
                token,
                body == null ? null : body.encode(),
                UUID.randomUUID().toString());
    }

    /** One that may not be sent again for the same effect. */
    Request once() {
        return new Request(command, who, about, method, path, token, body, null);
    }

    Request about(String known) {
        return new Request(command, who, known, method, path, token, body, key);
    }

    Request by(String other) {
        return new Request(command, who, about, other, path, token, body, key);
    }

    boolean hasKey() {
        return key != null;
    }
}

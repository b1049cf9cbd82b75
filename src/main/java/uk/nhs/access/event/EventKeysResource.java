package uk.nhs.access.event;

import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import uk.nhs.access.crypto.PublishedKey;

/** The public keys that events are checked with (RFC 7517), for everybody: the only answer that may be cached. */
@Path("/v1/event-keys")
@PermitAll
class EventKeysResource {

    private final EventTokens tokens;

    EventKeysResource(EventTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    public KeySet read(@Context HttpServerResponse answer) {
        answer.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300"); // in place of what all others say
        return new KeySet(tokens.published());
    }

    /** A JWK Set. */
    record KeySet(List<PublishedKey> keys) {}
}

package uk.nhs.access.phonechange;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.idempotency.Idempotent;

/** The cancel link. The token comes in the body, so that no access log holds it; nothing here answers to GET. */
@Path("/v1/cancel-tokens")
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class CancelTokenResource {

    private final CancelLinkService links;

    CancelTokenResource(CancelLinkService links) {
        this.links = links;
    }

    @POST
    @Path("/lookup")
    public CancelPreview lookup(@Valid @NotNull LinkToken link) {
        return links.lookup(new SecretToken(link.token()));
    }

    @POST
    @Idempotent
    @Path("/redeem")
    public Cancelled redeem(@Valid @NotNull LinkToken link) {
        return links.redeem(new SecretToken(link.token()));
    }

    /** The token of a cancel link, as it follows the link's {@code #token=}. */
    record LinkToken(@NotNull @Size(min = 1, max = 512) String token) {

        @Override
        public String toString() {
            return "LinkToken[hidden]";
        }
    }
}

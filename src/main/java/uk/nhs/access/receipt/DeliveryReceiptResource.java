package uk.nhs.access.receipt;

import static uk.nhs.access.problem.Cid.NOT_SIGNED_IN;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Problem;

/** Where GOV.UK Notify says what became of a text. */
@Path("/v1/delivery-receipts")
@PermitAll // the token is no person's and no JWT: the guard checks it
class DeliveryReceiptResource {

    private final DeliveryReceiptService receipts;

    DeliveryReceiptResource(DeliveryReceiptService receipts) {
        this.receipts = receipts;
    }

    @POST
    @Guarded
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    public void receive(@Valid @NotNull DeliveryReceipt receipt) {
        receipts.receive(receipt.id().toString(), receipt.message(), receipt.status());
    }

    /** What we need of a receipt. The rest is left unread: there is a number in it, and there may be more one day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DeliveryReceipt(
            @NotNull UUID id,

            @JsonSetter(nulls = Nulls.SKIP) @Nullable @Size(max = 1000) String reference,

            @NotNull @Size(min = 1, max = 100) String status) {

        /** Our name for the text. A reference of another form is somebody else's. */
        Optional<UUID> message() {
            try {
                return Optional.ofNullable(reference).map(UUID::fromString);
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }

    /** An operation behind the {@link Guard}. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Guarded {}

    /** Lets in whoever has a token, before anything of the body is looked at. */
    @Provider
    @Guarded
    static class Guard implements ContainerRequestFilter {

        private final ReceiptTokens tokens;

        Guard(ReceiptTokens tokens) {
            this.tokens = tokens;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            if (!tokens.isIn(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
                throw new Problem(NOT_SIGNED_IN);
            }
        }
    }
}

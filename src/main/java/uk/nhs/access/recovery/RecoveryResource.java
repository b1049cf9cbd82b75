package uk.nhs.access.recovery;

import static uk.nhs.access.problem.Cid.RECOVERY_UNKNOWN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.idempotency.Idempotent;
import uk.nhs.access.problem.Ids;
import uk.nhs.access.web.Created;

/** The lost phone, at the security-code prompt. */
@Path("/v1/recoveries")
@RolesAllowed(Scope.RECOVERIES)
class RecoveryResource {

    private final RecoveryService recoveries;

    RecoveryResource(RecoveryService recoveries) {
        this.recoveries = recoveries;
    }

    @POST
    @Idempotent
    public RestResponse<RecoveryView> open() {
        RecoveryView opened = recoveries.open();
        return Created.at("/v1/recoveries/" + opened.id(), opened);
    }

    @POST
    @Idempotent
    @Path("/{id}/previous-number")
    @Consumes(MediaType.APPLICATION_JSON)
    public RecoveryView previousNumber(@PathParam("id") String id, @Valid @NotNull PreviousNumber request) {
        return recoveries.previousNumber(known(id), request.mobileNumber());
    }

    @POST
    @Idempotent
    @Path("/{id}/email-code")
    public RecoveryView emailCode(@PathParam("id") String id) {
        return recoveries.emailCode(known(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/email-code/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public RecoveryView checkEmailCode(@PathParam("id") String id, @Valid @NotNull EmailedCode request) {
        return recoveries.checkEmailCode(known(id), request.code());
    }

    private static UUID known(String id) {
        return Ids.known(id, RECOVERY_UNKNOWN);
    }

    /** The number that the person used to log in with, as they type it. */
    record PreviousNumber(@NotNull @Size(min = 1, max = 40) String mobileNumber) {

        @Override
        public String toString() {
            return "PreviousNumber[hidden]";
        }
    }

    /** The code that was e-mailed. */
    record EmailedCode(
            @NotNull @Pattern(regexp = "[0-9]{6,10}") String code) {

        @Override
        public String toString() {
            return "EmailedCode[hidden]";
        }
    }
}

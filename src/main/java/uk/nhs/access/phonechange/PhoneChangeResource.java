package uk.nhs.access.phonechange;

import static uk.nhs.access.problem.Cid.PHONE_CHANGE_UNKNOWN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.idempotency.Idempotent;
import uk.nhs.access.problem.Ids;
import uk.nhs.access.web.Created;

/** A signed-in person's own changes of the mobile number that receives security codes. */
@Path("/v1/phone-changes")
@RolesAllowed(Scope.PHONE_CHANGES)
class PhoneChangeResource {

    private final PhoneChangeService phoneChanges;
    private final MobileNumbers numbers;

    PhoneChangeResource(PhoneChangeService phoneChanges, MobileNumbers numbers) {
        this.phoneChanges = phoneChanges;
        this.numbers = numbers;
    }

    @POST
    @Idempotent
    @RolesAllowed({Scope.PHONE_CHANGES, Scope.RECOVERIES})
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<PhoneChangeView> ask(@Valid @NotNull NewNumber request) {
        PhoneChangeView asked = phoneChanges.ask(numbers.require(request.mobileNumber()), request.recovery());
        return Created.at("/v1/phone-changes/" + asked.id(), asked);
    }

    @GET
    public PhoneChangeList list() {
        return new PhoneChangeList(phoneChanges.list());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Scope.PHONE_CHANGES, Scope.RECOVERIES})
    public PhoneChangeView one(@PathParam("id") String id) {
        return phoneChanges.one(known(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/confirmation")
    @RolesAllowed({Scope.PHONE_CHANGES, Scope.RECOVERIES})
    @Consumes(MediaType.APPLICATION_JSON)
    public PhoneChangeView confirm(@PathParam("id") String id, @Valid @NotNull Confirmation request) {
        return phoneChanges.confirm(known(id), request.code());
    }

    @POST
    @Idempotent
    @Path("/{id}/resend")
    @RolesAllowed({Scope.PHONE_CHANGES, Scope.RECOVERIES})
    public PhoneChangeView resend(@PathParam("id") String id) {
        return phoneChanges.resend(known(id));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    public void cancel(@PathParam("id") String id) {
        phoneChanges.cancel(known(id));
    }

    private static UUID known(String id) {
        return Ids.known(id, PHONE_CHANGE_UNKNOWN);
    }

    /**
     * The number that is to receive security codes, as the person types it.
     *
     * @param recovery the proved recovery that this is asked by, where the person has lost the phone
     */
    record NewNumber(
            @NotNull @Size(min = 1, max = 40) String mobileNumber,
            @Nullable UUID recovery) {

        @Override
        public String toString() {
            return "NewNumber[hidden]";
        }
    }

    /** The code that arrived at the new number. */
    record Confirmation(
            @NotNull @Pattern(regexp = "[0-9]{6,10}") String code) {

        @Override
        public String toString() {
            return "Confirmation[hidden]";
        }
    }

    /** The person's changes, the newest first. */
    record PhoneChangeList(List<PhoneChangeView> items) {}
}

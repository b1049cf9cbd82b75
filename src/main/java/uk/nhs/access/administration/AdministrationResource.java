package uk.nhs.access.administration;

import static uk.nhs.access.problem.Cid.ACCOUNT_UNKNOWN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.idempotency.Idempotent;
import uk.nhs.access.problem.Ids;

/** The accounts of an organisation, for its Local Administrators. */
@Path("/v1/organisations/{ods}/accounts")
@RolesAllowed(Scope.LOCAL_ADMINISTRATION)
class AdministrationResource {

    private static final int MOST = 50;

    private final AdministrationService administration;
    private final MobileNumbers numbers;

    AdministrationResource(AdministrationService administration, MobileNumbers numbers) {
        this.administration = administration;
        this.numbers = numbers;
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    public Page<AdministeredAccount> search(@PathParam("ods") String ods, @Valid @NotNull Wanted request) {
        String text = Optional.ofNullable(request.text()).orElse("");
        int most = Optional.ofNullable(request.most()).orElse(MOST);
        return administration.search(ods, text, request.after(), most);
    }

    @GET
    @Path("/{id}")
    public AdministeredAccount one(@PathParam("ods") String ods, @PathParam("id") String id) {
        return administration.one(ods, known(id));
    }

    @GET
    @Path("/{id}/history")
    public Page<HistoryLine> history(
            @PathParam("ods") String ods, @PathParam("id") String id, @QueryParam("before") @Nullable String before) {
        return administration.history(ods, known(id), before, MOST);
    }

    @POST
    @Idempotent
    @Path("/{id}/unlock")
    @Consumes(MediaType.APPLICATION_JSON)
    public AdministeredAccount unlock(
            @PathParam("ods") String ods, @PathParam("id") String id, @Valid @NotNull Unlocking request) {
        return administration.unlock(ods, known(id), request.reason());
    }

    @PUT
    @Path("/{id}/mobile-number")
    @Consumes(MediaType.APPLICATION_JSON)
    public AdministeredAccount setNumber(
            @PathParam("ods") String ods, @PathParam("id") String id, @Valid @NotNull NumberOfAccount request) {
        return administration.setNumber(ods, known(id), numbers.require(request.mobileNumber()), request.reason());
    }

    private static UUID known(String id) {
        return Ids.known(id, ACCOUNT_UNKNOWN);
    }

    /**
     * Whose accounts are wanted.
     *
     * @param text the beginning of a word of the name, or an address; without it all are
     * @param after where the page begins, as the one before it said
     */
    record Wanted(
            @Nullable @Pattern(regexp = "(?s).{2,}") @Pattern(regexp = Holder.NAME) String text,

            @Nullable UUID after,
            @Nullable @Min(1) @Max(MOST) Integer most) {

        @Override
        public String toString() {
            return "Wanted[hidden]";
        }
    }

    /** Why an account is unlocked. */
    record Unlocking(
            @NotNull @Pattern(regexp = "(?s).{3,}") @Pattern(regexp = Holder.NAME) String reason) {}

    /** A UK mobile number, and why the account gets it. */
    record NumberOfAccount(
            @NotNull @Size(min = 1, max = 40) String mobileNumber,

            @NotNull @Pattern(regexp = "(?s).{3,}") @Pattern(regexp = Holder.NAME) String reason) {

        @Override
        public String toString() {
            return "NumberOfAccount[hidden]";
        }
    }
}

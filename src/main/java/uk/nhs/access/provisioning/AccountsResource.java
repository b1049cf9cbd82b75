package uk.nhs.access.provisioning;

import static uk.nhs.access.problem.Cid.ACCOUNT_UNKNOWN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.idempotency.Idempotent;
import uk.nhs.access.problem.Ids;
import uk.nhs.access.web.Created;

/** Accounts, for the services that look after them. */
@Path("/v1/accounts")
@RolesAllowed(Scope.PROVISIONING)
class AccountsResource {

    private final ProvisioningService accounts;
    private final MobileNumbers numbers;

    AccountsResource(ProvisioningService accounts, MobileNumbers numbers) {
        this.accounts = accounts;
        this.numbers = numbers;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<ProvisionedAccount> open(@Valid @NotNull NewAccount request) {
        ProvisionedAccount opened = accounts.open(request.owner(), request.particulars(numbers));
        return Created.at("/v1/accounts/" + opened.id(), opened);
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    public Found search(@Valid @NotNull Wanted request) {
        return new Found(accounts.having(new EmailAddress(request.emailAddress())));
    }

    @GET
    @Path("/{id}")
    public ProvisionedAccount one(@PathParam("id") String id) {
        return accounts.one(known(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ProvisionedAccount change(@PathParam("id") String id, @Valid @NotNull Change request) {
        return accounts.change(known(id), request.particulars(numbers));
    }

    @PUT
    @Path("/{id}/disablement")
    @Consumes(MediaType.APPLICATION_JSON)
    public ProvisionedAccount disable(@PathParam("id") String id, @Valid @NotNull Disablement request) {
        return accounts.disable(known(id), request.reason());
    }

    @DELETE
    @Path("/{id}/disablement")
    public ProvisionedAccount enable(@PathParam("id") String id) {
        return accounts.enable(known(id));
    }

    private static UUID known(String id) {
        return Ids.known(id, ACCOUNT_UNKNOWN);
    }

    /** An address whose account is wanted. In the body, because addresses of requests end up in logs. */
    record Wanted(
            @NotNull @Size(max = NewAccount.LONGEST_ADDRESS) @Pattern(regexp = EmailAddress.WRITTEN) String emailAddress) {

        @Override
        public String toString() {
            return "Wanted[hidden]";
        }
    }

    /** The account that was wanted, or none. */
    record Found(List<ProvisionedAccount> items) {}

    /** What is otherwise from now on. What is left out stays as it is. */
    record Change(
            @Nullable @Pattern(regexp = Holder.NAME) String name,
            @Nullable @Pattern(regexp = OdsCode.WRITTEN) String organisation,

            @Nullable @Size(min = 1, max = NewAccount.MOST_ADDRESSES) List<@NotNull @Size(max = NewAccount.LONGEST_ADDRESS) @Pattern(regexp = EmailAddress.WRITTEN) String>
                    emailAddresses,

            @Nullable @Size(min = 1, max = 40) String mobileNumber) {

        Particulars particulars(MobileNumbers numbers) {
            return Particulars.of(name, organisation, emailAddresses, mobileNumber, numbers);
        }

        @Override
        public String toString() {
            return "Change[hidden]";
        }
    }

    /** Why an account is disabled. */
    record Disablement(
            @NotNull @Pattern(regexp = "(?s).{3,}") @Pattern(regexp = Holder.NAME) String reason) {}
}

package uk.nhs.access.signin;

import static uk.nhs.access.problem.Cid.ACCOUNT_UNKNOWN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.problem.Ids;
import uk.nhs.access.web.EvenTime;

/** The password that somebody typed for an account which the service knows. */
@Path("/v1/accounts/{id}/password-check")
@RolesAllowed(Scope.PASSWORD_CHECK)
class AccountPasswordCheckResource {

    private final PasswordChecks checks;

    AccountPasswordCheckResource(PasswordChecks checks) {
        this.checks = checks;
    }

    @POST
    @EvenTime
    @Consumes(MediaType.APPLICATION_JSON)
    public PasswordCheck checkPassword(@PathParam("id") String id, @Valid @NotNull Typed request) {
        return checks.ofAccount(Ids.known(id, ACCOUNT_UNKNOWN), new TypedPassword(request.password()));
    }

    /** The password as it was typed. */
    record Typed(@NotNull @Size(min = 1, max = 1024) String password) {

        @Override
        public String toString() {
            return "Typed[hidden]";
        }
    }
}

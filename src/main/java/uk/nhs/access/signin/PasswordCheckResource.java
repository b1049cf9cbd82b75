package uk.nhs.access.signin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.web.EvenTime;

/** What somebody typed to sign in: an e-mail address of the account, and the password. */
@Path("/v1/password-checks")
@RolesAllowed(Scope.PASSWORD_CHECK)
class PasswordCheckResource {

    private final PasswordChecks checks;

    PasswordCheckResource(PasswordChecks checks) {
        this.checks = checks;
    }

    @POST
    @EvenTime
    @Consumes(MediaType.APPLICATION_JSON)
    public PasswordCheck checkPassword(@Valid @NotNull TypedSignIn request) {
        return checks.ofAddress(request.email(), new TypedPassword(request.password()));
    }

    /** Nothing is asked of the address but that it can be read: one that nobody has is wrong like any other. */
    record TypedSignIn(
            @NotNull @Size(min = 1, max = 320) String email,
            @NotNull @Size(min = 1, max = 1024) String password) {

        @Override
        public String toString() {
            return "TypedSignIn[hidden]";
        }
    }
}

package uk.nhs.access.passwordchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import uk.nhs.access.caller.Scope;
import uk.nhs.access.password.TypedPassword;

/** A signed-in person's own password. */
@Path("/v1/account/password")
@RolesAllowed(Scope.ACCOUNT)
class PasswordResource {

    private final PasswordChange change;

    PasswordResource(PasswordChange change) {
        this.change = change;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ChangedPassword change(@Valid @NotNull NewPasswordRequest request) {
        return change.change(new TypedPassword(request.currentPassword()), new TypedPassword(request.newPassword()));
    }

    /** The current password as proof, and the one to be. */
    record NewPasswordRequest(
            @NotNull @Size(min = 1, max = 1024) String currentPassword,
            @NotNull @Size(min = 1, max = 1024) String newPassword) {

        @Override
        public String toString() {
            return "NewPasswordRequest[hidden]";
        }
    }
}

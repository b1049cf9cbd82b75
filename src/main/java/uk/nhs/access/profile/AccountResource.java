package uk.nhs.access.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import uk.nhs.access.caller.Scope;

/** A signed-in person's own account. */
@Path("/v1/account")
@RolesAllowed(Scope.ACCOUNT)
class AccountResource {

    private final ProfileService profiles;

    AccountResource(ProfileService profiles) {
        this.profiles = profiles;
    }

    @GET
    public AccountView own() {
        return profiles.own();
    }
}

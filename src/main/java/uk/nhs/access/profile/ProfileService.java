package uk.nhs.access.profile;

import uk.nhs.access.caller.Callers;
import uk.nhs.access.phonechange.PhoneChangeService;
import uk.nhs.access.problem.UseCase;

/** What the owner of an account, signed in, reads of it. A disabled account can be read as well: that is always safe. */
@UseCase
class ProfileService {

    private final Callers callers;
    private final PhoneChangeService phoneChanges;

    ProfileService(Callers callers, PhoneChangeService phoneChanges) {
        this.callers = callers;
        this.phoneChanges = phoneChanges;
    }

    AccountView own() {
        return AccountView.from(callers.account(), phoneChanges.waiting().orElse(null));
    }
}

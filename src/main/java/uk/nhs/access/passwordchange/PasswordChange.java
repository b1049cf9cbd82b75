package uk.nhs.access.passwordchange;

import jakarta.inject.Singleton;
import uk.nhs.access.password.Comparison;
import uk.nhs.access.password.NewPassword;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.PasswordState;
import uk.nhs.access.password.TypedPassword;

/** The order of a change: what is slow happens between the transactions, and holds up neither connection nor lock. */
@Singleton
class PasswordChange {

    private final PasswordChangeService service;
    private final PasswordDesk desk;

    PasswordChange(PasswordChangeService service, PasswordDesk desk) {
        this.service = service;
        this.desk = desk;
    }

    PasswordState change(TypedPassword current, TypedPassword chosen) {
        PasswordChangeService.Admitted admitted = service.admit(chosen);
        Comparison comparison = desk.compare(admitted.kept(), current);
        service.prove(comparison, admitted.triesLeft());
        NewPassword accepted = desk.accept(admitted.kept(), chosen);
        return service.replace(comparison, accepted);
    }
}

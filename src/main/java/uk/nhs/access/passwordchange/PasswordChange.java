package uk.nhs.access.passwordchange;

import jakarta.inject.Singleton;
import uk.nhs.access.directory.PasswordJudge;
import uk.nhs.access.password.Comparison;
import uk.nhs.access.password.KeptPasswords;
import uk.nhs.access.password.NewPassword;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.PasswordPolicy;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.problem.Problem;

/** The order of a change: what is slow happens between the transactions, and holds up neither connection nor lock. */
@Singleton
class PasswordChange {

    private final PasswordChangeService service;
    private final PasswordPolicy policy;
    private final PasswordDesk desk;
    private final PasswordJudge judge;

    PasswordChange(PasswordChangeService service, PasswordPolicy policy, PasswordDesk desk, PasswordJudge judge) {
        this.service = service;
        this.policy = policy;
        this.desk = desk;
        this.judge = judge;
    }

    /** A new password that is not good enough costs no try of the current one. */
    ChangedPassword change(TypedPassword current, TypedPassword chosen) {
        PasswordChangeService.Present present = service.present();
        policy.require(chosen, present.words());
        int triesLeft = service.takeTry();
        Comparison comparison = compare(present.kept(), current);
        service.prove(comparison, triesLeft);
        NewPassword accepted = desk.accept(present.kept(), chosen);
        return service.replace(comparison, accepted, chosen);
    }

    /** A try that nobody had the time to look at is none: a rush must not shut out those who know their password. */
    private Comparison compare(KeptPasswords kept, TypedPassword current) {
        try {
            return judge.compare(kept, current);
        } catch (Problem notNow) {
            service.giveBackTry();
            throw notNow;
        }
    }
}

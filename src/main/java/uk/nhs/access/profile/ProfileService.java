package uk.nhs.access.profile;

import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.directory.SameSignOn;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.phonechange.PhoneChangeService;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.question.SecurityQuestions;

/** What the owner of an account, signed in, reads of it. A disabled account can be read as well: that is always safe. */
@UseCase
class ProfileService {

    private final Callers callers;
    private final PhoneChangeService phoneChanges;
    private final Passwords passwords;
    private final SecurityQuestions questions;
    private final SameSignOn sameSignOn;

    ProfileService(
            Callers callers,
            PhoneChangeService phoneChanges,
            Passwords passwords,
            SecurityQuestions questions,
            SameSignOn sameSignOn) {
        this.callers = callers;
        this.phoneChanges = phoneChanges;
        this.passwords = passwords;
        this.questions = questions;
        this.sameSignOn = sameSignOn;
    }

    AccountView own() {
        Account account = callers.account();
        return AccountView.from(
                account,
                phoneChanges.waiting().orElse(null),
                passwords.state(account.id()).orElse(null),
                questions.areSet(account.id()),
                sameSignOn.standing(account).orElse(null));
    }
}

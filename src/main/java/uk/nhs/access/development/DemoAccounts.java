package uk.nhs.access.development;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.AnyNumber;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.ForeignNumber;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.MobileNumbers;
import uk.nhs.access.account.Subject;
import uk.nhs.access.password.KeptPasswords;
import uk.nhs.access.password.NewPassword;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.Passwords;
import uk.nhs.access.password.TypedPassword;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;

/** The accounts that are there to play with. */
@UseCase
class DemoAccounts {

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordDesk desk;
    private final DemoQuestions questions;
    private final DatabaseClock clock;
    private final DevelopmentIssuer issuer;
    private final MobileNumbers numbers;

    DemoAccounts(
            Accounts accounts,
            Passwords passwords,
            PasswordDesk desk,
            DemoQuestions questions,
            DatabaseClock clock,
            DevelopmentIssuer issuer,
            MobileNumbers numbers) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.desk = desk;
        this.questions = questions;
        this.clock = clock;
        this.issuer = issuer;
        this.numbers = numbers;
    }

    /** Opens those that are not there yet; the others keep what was done to them. */
    void open() {
        for (DemoPerson person : DemoPerson.values()) {
            Subject subject = subject(person.subject());
            Account account = accounts.of(subject).orElseGet(() -> account(person, subject));
            accounts.persist(account);
            givePassword(account, person);
            questions.set(account, person, clock.now());
        }
    }

    private void givePassword(Account account, DemoPerson person) {
        KeptPasswords kept = passwords.kept(account.id());
        if (kept.isNone()) {
            NewPassword first = desk.accept(kept, new TypedPassword(person.password()));
            passwords.replace(account, first, person.language(), clock.now());
        }
    }

    /** The id of the account that a role speaks for, if it is a person's. */
    Optional<UUID> idOf(Role role) {
        return accounts.of(subject(role.name())).map(Account::id);
    }

    private Subject subject(String name) {
        return new Subject(issuer.issuer().orElseThrow(), name);
    }

    private Account account(DemoPerson person, Subject subject) {
        Account account = Account.open(subject, person.holder(), null, emails(person));
        number(person).ifPresent(number -> {
            if (number instanceof MobileNumber mobile) {
                account.changeMobile(mobile);
            } else {
                account.keepForeign((ForeignNumber) number);
            }
        });
        if (person.disabled()) {
            account.disable(DisabledBecause.BY_SERVICE);
        }
        if (person.lockedOut()) {
            account.lock(LockedBecause.FAILED_SIGN_INS, clock.now());
        }
        return account;
    }

    private Optional<AnyNumber> number(DemoPerson person) {
        return Optional.ofNullable(person.mobile()).map(numbers::requireAny);
    }

    private static List<EmailAddress> emails(DemoPerson person) {
        return person.addresses().stream().map(EmailAddress::new).toList();
    }
}

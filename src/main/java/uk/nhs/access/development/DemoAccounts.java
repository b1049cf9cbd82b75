package uk.nhs.access.development;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.DisabledBecause;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.Subject;
import uk.nhs.access.problem.UseCase;

/** The accounts that are there to play with. */
@UseCase
class DemoAccounts {

    private final Accounts accounts;
    private final DevelopmentIssuer issuer;

    DemoAccounts(Accounts accounts, DevelopmentIssuer issuer) {
        this.accounts = accounts;
        this.issuer = issuer;
    }

    /** Opens those that are not there yet; the others keep what was done to them. */
    void open() {
        for (DemoPerson person : DemoPerson.values()) {
            Subject subject = subject(person.subject());
            if (accounts.of(subject).isEmpty()) {
                accounts.persist(account(person, subject));
            }
        }
    }

    /** The id of the account that a role speaks for, if it is a person's. */
    Optional<UUID> idOf(Role role) {
        return accounts.of(subject(role.name())).map(Account::id);
    }

    private Subject subject(String name) {
        return new Subject(issuer.issuer().orElseThrow(), name);
    }

    private static Account account(DemoPerson person, Subject subject) {
        Account account = Account.open(subject, person.holder(), mobile(person), emails(person));
        if (person.disabled()) {
            account.disable(DisabledBecause.BY_SERVICE);
        }
        return account;
    }

    private static @Nullable MobileNumber mobile(DemoPerson person) {
        return Optional.ofNullable(person.mobile()).map(MobileNumber::new).orElse(null);
    }

    private static List<EmailAddress> emails(DemoPerson person) {
        return person.addresses().stream().map(EmailAddress::new).toList();
    }
}

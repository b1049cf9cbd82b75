package uk.nhs.access.provisioning;

import static uk.nhs.access.problem.Cid.ADDRESS_TAKEN;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.AnyNumber;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.ForeignNumber;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.MobileNumber;
import uk.nhs.access.account.Subject;
import uk.nhs.access.phonechange.DirectChanges;
import uk.nhs.access.phonechange.DirectChanges.By;
import uk.nhs.access.phonechange.DirectChanges.Outcome;
import uk.nhs.access.problem.Problem;

/** Writes down what a service says of an account: a new one, or one whose row is locked. */
@Singleton
class Registrar {

    private final Accounts accounts;
    private final DirectChanges numbers;
    private final ProvisioningTrail trail;

    Registrar(Accounts accounts, DirectChanges numbers, ProvisioningTrail trail) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.trail = trail;
    }

    /** Opens an account. With a number that is not of the UK it is disabled from the start. */
    Account open(Subject subject, Particulars said, By by, Instant now) {
        MobileNumber mobile = said.number() instanceof MobileNumber uk ? uk : null;
        Holder holder = new Holder(Optional.ofNullable(said.name()).orElseThrow(), said.organisation());
        Account account = Account.open(subject, holder, mobile, said.addresses());
        if (said.number() instanceof ForeignNumber foreign) {
            account.keepForeign(foreign);
        }
        accounts.persist(account);
        trail.opened(account, by, now);
        return account;
    }

    /**
     * Changes what is said to be otherwise, and tells the owner.
     *
     * @return whether anything was
     */
    boolean change(Account account, Particulars said, By by, Instant now) {
        boolean holder = changeHolder(account, said.holderOf(account), by, now);
        boolean number = said.number() != null && numbers.set(account, said.number(), by, null, now);
        boolean addresses = said.emails() != null && changeAddresses(account, said.emails(), by, now);
        return holder || number || addresses;
    }

    /** Gives an account a number that has none of the UK; nothing is said where {@code number} is null. */
    Outcome fillIn(Account account, @Nullable AnyNumber number, By by, Instant now) {
        return number == null ? Outcome.UNCHANGED : numbers.setUnlessUk(account, number, by, now);
    }

    private boolean changeHolder(Account account, Holder holder, By by, Instant now) {
        Holder former = account.holder();
        if (former.equals(holder)) {
            return false;
        }
        account.changeHolder(holder);
        trail.holderChanged(account, former, by, now);
        return true;
    }

    private boolean changeAddresses(Account account, List<EmailAddress> addresses, By by, Instant now) {
        List<EmailAddress> former = account.emails();
        if (former.equals(addresses)) {
            return false;
        }
        account.changeEmails(addresses);
        trail.addressesChanged(account, former, by, now);
        return true;
    }

    /**
     * Refuses addresses that belong to another account than {@code account}, or are there twice.
     *
     * @param owner whose an address is, or null
     */
    static void requireFree(
            List<EmailAddress> addresses, Function<EmailAddress, @Nullable UUID> owner, @Nullable UUID account) {
        Set<String> seen = new HashSet<>();
        for (int position = 0; position < addresses.size(); position++) {
            EmailAddress address = addresses.get(position);
            UUID taken = owner.apply(address);
            if (!seen.add(address.key()) || taken != null && !taken.equals(account)) {
                throw new Problem(ADDRESS_TAKEN).with("field", "emailAddresses[" + position + "]");
            }
        }
    }
}

package uk.nhs.access.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.account.EmailAddress;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.password.PasswordState;
import uk.nhs.access.password.Passwords;

/** How all accounts stand in directories. Whoever changes one holds the lock on its account. */
@ApplicationScoped
class Standings implements PanacheRepositoryBase<Standing, UUID> {

    private final Accounts accounts;
    private final Passwords passwords;

    Standings(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /**
     * A password was carried to the directory: it is not taken for one that somebody set there.
     *
     * @param setAt as the directory dates it, or null if it does not
     */
    void carried(UUID account, @Nullable Instant setAt) {
        Account owner = accounts.findById(account);
        OdsCode organisation = owner.holder().organisation();
        if (organisation != null && setAt != null) {
            of(account, organisation)
                    .orElseGet(() -> begin(account, organisation, owner.emails().get(0)))
                    .carry(
                            setAt,
                            passwords.state(account).map(PasswordState::setAt).orElse(null));
        }
    }

    /** How the account stands in the directory of that organisation, if anything is known of it there. */
    Optional<Standing> of(UUID account, OdsCode organisation) {
        return findByIdOptional(account).filter(standing -> standing.isOf(organisation));
    }

    /** From now on something is known of it there. */
    Standing begin(UUID account, OdsCode organisation, EmailAddress address) {
        Standing standing = findByIdOptional(account).orElseGet(() -> Standing.of(account, organisation, address));
        standing.begin(organisation, address);
        persist(standing);
        return standing;
    }

    /** The accounts whose password was set in the directory of the organisation, and is still to be taken over. */
    List<UUID> withNewer(OdsCode organisation) {
        return find("organisation = ?1 and newerSetAt is not null", organisation).stream()
                .map(Standing::accountId)
                .toList();
    }
}

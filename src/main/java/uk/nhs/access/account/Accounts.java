package uk.nhs.access.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All accounts. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {

    private final DatabaseClock clock;

    Accounts(DatabaseClock clock) {
        this.clock = clock;
    }

    public Optional<Account> of(Subject subject) {
        return find("subject", subject).firstResultOptional();
    }

    /** Locks the account: nothing that belongs to it changes until the transaction ends. */
    public Locked<Account> lock(UUID id) {
        return lockIfKnown(id).orElseThrow(() -> new IllegalStateException("Accounts are never deleted"));
    }

    /** Locks an account that somebody else names. */
    public Optional<Locked<Account>> lockIfKnown(UUID id) {
        return clock.lock(Account.class, "select * from account where id = :id", Map.of("id", id));
    }

    /** Locks the account that has an e-mail address, in whatever case somebody typed that. */
    public Optional<Locked<Account>> lockByAddress(String typed) {
        return clock.lock(
                Account.class,
                "select * from account where id ="
                        + " (select account_id from account_email where lower(address) = lower(:typed))",
                Map.of("typed", typed));
    }

    /** Whom an address of any account belongs to, in whatever case. The statement finds one row, owner or not. */
    public AddressOwner ownerOf(String address) {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery("""
                        select account.id, account.mobile from (select 1) one
                        left join account_email on lower(account_email.address) = lower(:address)
                        left join account on account.id = account_email.account_id
                        """)
                .setParameter("address", address)
                .getSingleResult();
        return new AddressOwner((UUID) row[0], (String) row[1]);
    }

    public Optional<Locked<Account>> lock(Subject subject) {
        return clock.lock(
                Account.class,
                "select * from account where issuer = :issuer and subject = :subject",
                Map.of("issuer", subject.issuer(), "subject", subject.name()));
    }

    /** Locks those accounts of {@code subjects} that there are, in one order, so that no two who lock several ever deadlock. */
    public List<Locked<Account>> lockAll(Collection<Subject> subjects) {
        return clock.lockAll(
                Account.class,
                "select * from account where (issuer, subject) in"
                        + " (select * from unnest(cast(:issuers as text[]), cast(:subjects as text[]))) order by id",
                Map.of(
                        "issuers", subjects.stream().map(Subject::issuer).toArray(String[]::new),
                        "subjects", subjects.stream().map(Subject::name).toArray(String[]::new)));
    }

    /** Locks an account of the organisation. One of another is as unknown as one that does not exist. */
    public Optional<Locked<Account>> lockIn(OdsCode organisation, UUID id) {
        return clock.lock(
                Account.class,
                "select * from account where id = :id and organisation = :organisation",
                Map.of("id", id, "organisation", organisation.value()));
    }

    /** An account of the organisation. One of another is as unknown as one that does not exist. */
    public Optional<Account> in(OdsCode organisation, UUID id) {
        return find("id = ?1 and organisation = ?2", id, organisation).firstResultOptional();
    }

    /**
     * Accounts of the organisation by name, of all whose name has {@code text} at the start of one of its words, or who
     * have it for an address. One walk along the index of their names finds them, in order and up to the last one wanted.
     *
     * @param after the last account of the page before, or null
     */
    @SuppressWarnings("unchecked")
    public List<Account> search(OdsCode organisation, String text, @Nullable UUID after, int most) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from account where organisation = :organisation
                        and (strpos(' ' || lower(name), ' ' || lower(:text)) > 0
                            or id = (select account_id from account_email where lower(address) = lower(:text)))
                        and (lower(name), id) > (
                            select lower(name), id from account where id = :after and organisation = :organisation
                            union all
                            select '', cast('00000000-0000-0000-0000-000000000000' as uuid)
                            where cast(:after as uuid) is null)
                        order by lower(name), id limit :most
                        """, Account.class)
                .setParameter("organisation", organisation.value())
                .setParameter("text", text)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }
}

package uk.nhs.access.account;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What belongs to one account at most: the subject that its owner's tokens name, and each of its addresses. */
@ApplicationScoped
public class Names {

    private final EntityManager entities;

    Names(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Keeps others from giving any of these away until the transaction ends. What is then free stays free.
     *
     * <p>All names share 256 locks: the database has room for few, and a name that waits for another one does no harm.
     *
     * <p>Whoever gives a name to an account reserves it before locking the account's row, and reserves all at once: in one
     * order for everybody, so that nobody deadlocks.
     */
    public void reserve(Collection<Subject> subjects, Collection<EmailAddress> addresses) {
        String[] names = Stream.concat(
                        subjects.stream().map(subject -> "subject " + subject.name() + " of " + subject.issuer()),
                        addresses.stream().map(address -> "address " + address.value()))
                .toArray(String[]::new);
        entities.createNativeQuery("""
                        select count(pg_advisory_xact_lock(hashtext('names of accounts'), shared)) from (
                            select distinct hashtext(lower(name)) & 255 as shared
                            from unnest(cast(:names as text[])) name order by 1) in_order
                        """).setParameter("names", names).getSingleResult();
    }

    /** Whose those of the addresses are that are taken. */
    public Map<EmailAddress, UUID> owners(Collection<EmailAddress> addresses) {
        List<?> rows = entities.createNativeQuery("""
                        select wanted, account_id from unnest(cast(:wanted as text[])) wanted
                        join account_email on lower(address) = lower(wanted)
                        """, Object[].class)
                .setParameter(
                        "wanted", addresses.stream().map(EmailAddress::value).toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(toMap(row -> new EmailAddress((String) row[0]), row -> (UUID) row[1], (one, same) -> one));
    }
}

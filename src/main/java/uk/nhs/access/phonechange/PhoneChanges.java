package uk.nhs.access.phonechange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.crypto.SecretToken;

/** All phone changes. Whoever changes one holds the lock on its account. */
@ApplicationScoped
class PhoneChanges implements PanacheRepositoryBase<PhoneChange, UUID> {

    private static final List<PhoneChangeState> WAITING =
            List.of(PhoneChangeState.AWAITING_CODE, PhoneChangeState.AWAITING_NOTICE, PhoneChangeState.HELD);

    private final PhoneChangeSettings settings;

    PhoneChanges(PhoneChangeSettings settings) {
        this.settings = settings;
    }

    Optional<PhoneChange> of(Account account, UUID id) {
        return find("id = ?1 and accountId = ?2", id, account.id()).firstResultOptional();
    }

    /** The one change of the account that is not over. */
    Optional<PhoneChange> waiting(Account account) {
        return find("accountId = ?1 and progress.state in ?2", account.id(), WAITING)
                .firstResultOptional();
    }

    List<PhoneChange> newest(Account account) {
        return find("accountId", Sort.descending("progress.requestedAt"), account.id())
                .page(0, settings.listed())
                .list();
    }

    /** Whose change a cancel link stops. */
    Optional<UUID> accountOf(SecretToken cancelToken) {
        return find("select c.accountId from PhoneChange c where c.cancelTokenHash = ?1", (Object) cancelToken.sha256())
                .project(UUID.class)
                .firstResultOptional();
    }

    Optional<PhoneChange> of(SecretToken cancelToken) {
        return find("cancelTokenHash", (Object) cancelToken.sha256()).firstResultOptional();
    }

    /** Whether so many proved changes of the account were cancelled lately that somebody should look into it. */
    boolean cancelledOften(Account account, Instant now) {
        long cancelled = count(
                "accountId = ?1 and progress.state = ?2 and progress.confirmedAt is not null and progress.endedAt > ?3",
                account.id(),
                PhoneChangeState.CANCELLED,
                now.minus(settings.cancelledOftenWithin()));
        return cancelled >= settings.cancelledOften();
    }

    /** Changes that have fallen due, without locking them. */
    @SuppressWarnings("unchecked")
    List<UUID> due() {
        return getEntityManager()
                .createNativeQuery("""
                        select id from phone_change
                        where due_at <= (select db_now()) and state in ('AWAITING_CODE', 'AWAITING_NOTICE', 'HELD')
                        order by due_at limit :limit
                        """, UUID.class)
                .setParameter("limit", settings.dueAtOnce())
                .getResultList();
    }
}

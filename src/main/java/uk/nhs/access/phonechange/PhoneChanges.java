package uk.nhs.access.phonechange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All phone changes. Whoever changes one holds the lock on its account. */
@ApplicationScoped
class PhoneChanges implements PanacheRepositoryBase<PhoneChange, UUID> {

    private static final List<PhoneChangeState> WAITING =
            List.of(PhoneChangeState.AWAITING_CODE, PhoneChangeState.AWAITING_NOTICE, PhoneChangeState.HELD);

    private final PhoneChangeSettings settings;
    private final DatabaseClock clock;

    PhoneChanges(PhoneChangeSettings settings, DatabaseClock clock) {
        this.settings = settings;
        this.clock = clock;
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

    /** Locks the account whose change a cancel link stops. */
    Optional<Locked<Account>> lockAccountOf(SecretToken cancelToken) {
        return clock.lock(
                Account.class,
                "select * from account where id = (select account_id from phone_change where cancel_token_hash = :hash)",
                Map.of("hash", cancelToken.sha256()));
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
                        """)
                .setParameter("limit", settings.dueAtOnce())
                .getResultList();
    }
}

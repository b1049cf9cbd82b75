package uk.nhs.access.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All changes that are carried to directories. Whoever adds one, or settles one, holds the lock on its account. */
@ApplicationScoped
class CarriedChanges implements PanacheRepositoryBase<CarriedChange, UUID>, Waiting {

    private static final int AT_ONCE = 500;
    private static final Set<CarryState> TO_BE_CARRIED = Set.of(CarryState.QUEUED, CarryState.WAITING_FOR_SYNC);

    private final DatabaseClock clock;

    CarriedChanges(DatabaseClock clock) {
        this.clock = clock;
    }

    /** Where something is due. */
    @SuppressWarnings("unchecked")
    List<OdsCode> due() {
        List<String> organisations = getEntityManager().createNativeQuery("""
                        select distinct organisation from carried_change
                        where state in ('QUEUED', 'WAITING_FOR_SYNC') and next_try_at <= (select db_now())
                            and coalesce(leased_until, '-infinity') <= (select db_now())
                        """).getResultList();
        return organisations.stream().map(OdsCode::new).toList();
    }

    /**
     * Takes one that is due, so that nobody else does for the length of the lease. Of each account only the earliest one is
     * ever due, and none as long as a try may be under way, even of one that was superseded meanwhile: that keeps them in
     * order.
     */
    @SuppressWarnings("unchecked")
    Optional<CarriedChange> take(OdsCode organisation, Duration lease) {
        return getEntityManager()
                .createNativeQuery("""
                        update carried_change set tries = tries + 1, leased_until = db_now() + cast(:lease as interval)
                        where id = (
                            select id from carried_change due
                            where organisation = :organisation and state in ('QUEUED', 'WAITING_FOR_SYNC')
                                and next_try_at <= (select db_now()) and not_after > (select db_now())
                                and coalesce(leased_until, '-infinity') <= (select db_now())
                                and not exists (
                                    select from carried_change other
                                    where other.account_id = due.account_id and other.organisation = due.organisation
                                        and (other.leased_until > (select db_now())
                                            or other.state in ('QUEUED', 'WAITING_FOR_SYNC')
                                                and other.position < due.position))
                            order by next_try_at limit 1
                            for update skip locked)
                        returning *
                        """, CarriedChange.class)
                .setParameter("lease", lease.toString())
                .setParameter("organisation", organisation.value())
                .getResultList()
                .stream()
                .findFirst();
    }

    Locked<CarriedChange> lock(UUID id) {
        return clock.lock(CarriedChange.class, "select * from carried_change where id = :id", Map.of("id", id))
                .orElseThrow();
    }

    /** Whose it is, without reading more of it before it is locked. */
    UUID accountOf(UUID id) {
        return getEntityManager()
                .createQuery("select accountId from CarriedChange where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Those whose time is over, without locking them. */
    @SuppressWarnings("unchecked")
    List<UUID> over() {
        return getEntityManager()
                .createNativeQuery("""
                        select id from carried_change
                        where (settled_at is null or state = 'DONE' and temporary) and not_after <= (select db_now())
                            and coalesce(leased_until, '-infinity') <= (select db_now())
                        order by not_after limit :most
                        """)
                .setParameter("most", AT_ONCE)
                .getResultList();
    }

    /** Adds one that takes the place of those before it: their texts are wiped, whether or not they are being tried. */
    void replace(Set<Errand> errands, CarriedChange newer, Instant now) {
        supersede(errands, newer, now);
        persist(newer);
    }

    /** Ends what the newer one makes void. A temporary password that was carried is not to be taken back any more. */
    void supersede(Set<Errand> errands, CarriedChange newer, Instant now) {
        update(
                "state = ?1, settledAt = ?2, password.keyId = null, password.bytes = null"
                        + " where accountId = ?3 and organisation = ?4 and errand in ?5 and id <> ?6"
                        + " and (settledAt is null or temporary and state = ?7)",
                CarryState.SUPERSEDED,
                now,
                newer.accountId(),
                newer.organisation(),
                errands,
                newer.id(),
                CarryState.DONE);
    }

    /** The temporary passwords of the account that nobody was sent yet are not sent any more. */
    void dropAwaited(UUID account, Instant now) {
        update(
                "state = ?1, settledAt = ?2, password.keyId = null, password.bytes = null where accountId = ?3 and state = ?4",
                CarryState.SUPERSEDED,
                now,
                account,
                CarryState.AWAITED);
    }

    /** What waits behind another change of the account need not be looked at before. */
    void follow(CarriedChange first, Instant at) {
        update(
                "tries.nextTryAt = ?1 where accountId = ?2 and organisation = ?3 and id <> ?4 and state in ?5",
                at,
                first.accountId(),
                first.organisation(),
                first.id(),
                TO_BE_CARRIED);
    }

    @Override
    public void seen(UUID account, Instant now) {
        update("tries.nextTryAt = ?1 where accountId = ?2 and state = ?3", now, account, CarryState.WAITING_FOR_SYNC);
    }

    @Override
    public boolean password(UUID account) {
        return isWaiting(account, Carriages.PASSWORDS);
    }

    @Override
    public boolean unlock(UUID account) {
        return isWaiting(account, Set.of(Errand.UNLOCK));
    }

    private boolean isWaiting(UUID account, Set<Errand> errands) {
        return count("accountId = ?1 and errand in ?2 and state in ?3", account, errands, TO_BE_CARRIED) > 0;
    }

    /** Whether the directory has shown since then that it knows the account. */
    boolean isKnown(UUID account, OdsCode organisation, Instant since) {
        return count(
                        "accountId = ?1 and organisation = ?2 and state = ?3 and settledAt >= ?4",
                        account,
                        organisation,
                        CarryState.DONE,
                        since)
                > 0;
    }

    /** What was carried for the account last, of each errand, or is about to be. What was superseded is left out. */
    @SuppressWarnings("unchecked")
    List<CarriedChange> newest(UUID account, OdsCode organisation) {
        return getEntityManager()
                .createNativeQuery("""
                        select distinct on (errand = 'UNLOCK') * from carried_change
                        where account_id = :account and organisation = :organisation and state <> 'SUPERSEDED'
                        order by errand = 'UNLOCK' desc, position desc
                        """, CarriedChange.class)
                .setParameter("account", account)
                .setParameter("organisation", organisation.value())
                .getResultList();
    }
}

package uk.nhs.access.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All events on their way to receivers. */
@ApplicationScoped
class Announcements implements PanacheRepositoryBase<Announcement, UUID> {

    private final DatabaseClock clock;

    Announcements(DatabaseClock clock) {
        this.clock = clock;
    }

    /**
     * Takes one that is due for the receiver, so that nobody else does for the length of the lease. Of each account only the
     * earliest one that waits is ever due: that keeps them in order.
     */
    @SuppressWarnings("unchecked")
    Optional<Announcement> take(Receiver receiver, Duration lease) {
        return getEntityManager()
                .createNativeQuery("""
                        update announcement set tries = tries + 1, next_try_at = db_now() + cast(:lease as interval)
                        where id = (
                            select id from announcement due
                            where receiver = :receiver and state = 'QUEUED' and next_try_at <= (select db_now())
                                and not exists (
                                    select from announcement earlier
                                    where earlier.receiver = due.receiver and earlier.account_id = due.account_id
                                        and earlier.state = 'QUEUED' and earlier.position < due.position)
                            order by next_try_at limit 1
                            for update skip locked)
                        returning *
                        """, Announcement.class)
                .setParameter("lease", lease.toString())
                .setParameter("receiver", receiver.name())
                .getResultList()
                .stream()
                .findFirst();
    }

    Locked<Announcement> lock(UUID id) {
        return clock.lock(Announcement.class, "select * from announcement where id = :id", Map.of("id", id))
                .orElseThrow();
    }

    /** What waits behind one that is tried again later need not be looked at before. */
    void holdBack(Announcement first, Instant until) {
        update(
                "nextTryAt = ?1 where receiver = ?2 and accountId = ?3 and state = ?4 and id <> ?5",
                until,
                first.receiver(),
                first.accountId(),
                Announcement.State.QUEUED,
                first.id());
    }

    /** How many stand at {@code state}, and since when the oldest of them does. */
    Standing standing(Receiver receiver, Announcement.State state) {
        return getEntityManager()
                .createQuery(
                        "select count(*), min(queuedAt) from Announcement where receiver = :receiver and state = :state",
                        Standing.class)
                .setParameter("receiver", receiver.name())
                .setParameter("state", state)
                .getSingleResult();
    }

    /** Puts what was given up into the queue again, as if it were new, and says how many they are. */
    int queueAgain(Receiver receiver, Instant now) {
        return update(
                "state = ?1, queuedAt = ?2, nextTryAt = ?2, tries = 0, settledAt = null where receiver = ?3 and state = ?4",
                Announcement.State.QUEUED,
                now,
                receiver.name(),
                Announcement.State.DEAD);
    }
}

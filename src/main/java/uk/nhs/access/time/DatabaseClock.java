package uk.nhs.access.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The database's clock, read alone or in the statement that locks a row. */
@ApplicationScoped
public class DatabaseClock {

    private final EntityManager entities;

    DatabaseClock(EntityManager entities) {
        this.entities = entities;
    }

    public Instant now() {
        return (Instant) entities.createNativeQuery("select db_now() as read_at")
                .unwrap(NativeQuery.class)
                .addScalar("read_at", Instant.class)
                .getSingleResult();
    }

    /** Locks the one row that {@code select} finds, and reads the time, in one round trip. */
    public <E> Optional<Locked<E>> lock(Class<E> type, String select, Map<String, ?> parameters) {
        return lockAll(type, select, parameters).stream().findFirst();
    }

    /**
     * Locks the rows that {@code select} finds.
     *
     * <p>The lock stands in a subquery because PostgreSQL computes the columns of a locking query before it waits for
     * the lock: only the outer query reads a clock that is as late as the lock.
     */
    public <E> List<Locked<E>> lockAll(Class<E> type, String select, Map<String, ?> parameters) {
        NativeQuery<Object[]> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select {held.*}, db_now() as read_at from (" + select + " for no key update) held",
                        Object[].class)
                .addEntity("held", type)
                .addScalar("read_at", Instant.class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Locked<>(type.cast(row[0]), (Instant) row[1]))
                .toList();
    }
}

package uk.nhs.access.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** How far all directories have been read. */
@ApplicationScoped
class Readings implements PanacheRepositoryBase<Reading, String> {

    private final DatabaseClock clock;

    Readings(DatabaseClock clock) {
        this.clock = clock;
    }

    /** Nobody else begins or ends a reading of the directory until the transaction ends. */
    Locked<Reading> lock(OdsCode organisation) {
        getEntityManager()
                .createNativeQuery(
                        "insert into directory_reading (organisation, begun_at) values (:organisation, 'epoch')"
                                + " on conflict do nothing")
                .setParameter("organisation", organisation.value())
                .executeUpdate();
        return clock.lock(
                        Reading.class,
                        "select * from directory_reading where organisation = :organisation",
                        Map.of("organisation", organisation.value()))
                .orElseThrow();
    }

    /** Whether no other reading of the directory has begun since. */
    boolean isLatest(Reading.Begun begun) {
        return count("organisation = ?1 and begunAt = ?2", begun.organisation().value(), begun.at()) == 1;
    }
}

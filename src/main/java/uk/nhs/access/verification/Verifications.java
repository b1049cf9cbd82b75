package uk.nhs.access.verification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Subject;

/** All codes that services asked for. Whoever changes one holds the lock on its account. */
@ApplicationScoped
class Verifications implements PanacheRepositoryBase<Verification, UUID> {

    /** Whose code it is, if {@code service} asked for it: another service's codes do not exist for this one. */
    Optional<UUID> accountOf(UUID id, Subject service) {
        return find("select v.accountId from Verification v where v.id = ?1 and v.service = ?2", id, service)
                .project(UUID.class)
                .firstResultOptional();
    }
}

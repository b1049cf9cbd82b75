package uk.nhs.access.verification;

import static uk.nhs.access.problem.Cid.CODE_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Subject;
import uk.nhs.access.problem.Problem;

/** All codes that services asked for. Whoever changes one holds the lock on its account. */
@ApplicationScoped
class Verifications implements PanacheRepositoryBase<Verification, UUID> {

    /** What is known of a code whose account is locked. It may have been removed just before. */
    Verification known(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CODE_UNKNOWN));
    }

    /** Whose code it is, if {@code service} asked for it: another service's codes do not exist for this one. */
    Optional<UUID> accountOf(UUID id, Subject service) {
        return find("select v.accountId from Verification v where v.id = ?1 and v.service = ?2", id, service)
                .project(UUID.class)
                .firstResultOptional();
    }
}

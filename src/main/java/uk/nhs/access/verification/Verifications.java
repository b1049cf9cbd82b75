package uk.nhs.access.verification;

import static uk.nhs.access.problem.Cid.CODE_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Subject;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All codes that services asked for. Whoever changes one holds the lock on its account. */
@ApplicationScoped
class Verifications implements PanacheRepositoryBase<Verification, UUID> {

    private final DatabaseClock clock;

    Verifications(DatabaseClock clock) {
        this.clock = clock;
    }

    /** What is known of a code whose account is locked. It may have been removed just before. */
    Verification known(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CODE_UNKNOWN));
    }

    /** Locks the account that a code belongs to, if {@code service} asked for it. */
    Optional<Locked<Account>> lockAccountOf(UUID id, Subject service) {
        return clock.lock(
                Account.class,
                "select * from account where id = (select account_id from verification"
                        + " where id = :id and service_issuer = :issuer and service_subject = :subject)",
                Map.of("id", id, "issuer", service.issuer(), "subject", service.name()));
    }

    /** Whose code it is, if {@code service} asked for it: another service's codes do not exist for this one. */
    Optional<UUID> accountOf(UUID id, Subject service) {
        return find("select v.accountId from Verification v where v.id = ?1 and v.service = ?2", id, service)
                .project(UUID.class)
                .firstResultOptional();
    }
}

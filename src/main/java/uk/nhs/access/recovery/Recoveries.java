package uk.nhs.access.recovery;

import static uk.nhs.access.problem.Cid.RECOVERY_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.problem.Problem;

/** All recoveries. Whoever changes one holds the lock on its account. */
@ApplicationScoped
public class Recoveries implements PanacheRepositoryBase<Recovery, UUID> {

    private final RecoverySettings settings;

    Recoveries(RecoverySettings settings) {
        this.settings = settings;
    }

    Recovery open(Account account, Instant now) {
        Recovery opened = Recovery.open(account, now, settings.lifetime());
        persist(opened);
        return opened;
    }

    /** Another account's recovery is as unknown as one that does not exist. */
    Recovery of(Account account, UUID id) {
        return find("id = ?1 and accountId = ?2", id, account.id())
                .firstResultOptional()
                .orElseThrow(() -> new Problem(RECOVERY_UNKNOWN));
    }

    /**
     * Refuses a recovery that cannot be spent.
     *
     * @throws Problem RECOVERY_UNKNOWN, RECOVERY_EXPIRED, RECOVERY_NOT_PROVED or RECOVERY_STEP_DONE
     */
    public void requireUsable(Account account, UUID id, Instant now) {
        of(account, id).requireUsable(now);
    }

    /**
     * Spends a proved recovery of the account on its one phone change.
     *
     * @throws Problem as {@link #requireUsable}
     */
    public void use(Account account, UUID id, Instant now) {
        of(account, id).use(now);
    }
}

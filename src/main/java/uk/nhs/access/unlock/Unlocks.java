package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.UNLOCK_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All unlocks. */
@ApplicationScoped
class Unlocks implements PanacheRepositoryBase<Unlock, UUID> {

    private final Accounts accounts;
    private final DatabaseClock clock;

    Unlocks(Accounts accounts, DatabaseClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Locks the account, if there is one, and then the unlock: two rounds of nobody's come one after another as well. */
    Held hold(SecretToken token) {
        byte[] hash = token.sha256();
        UUID subject = getEntityManager()
                .createQuery("select subjectId from Unlock where tokenHash = :hash", UUID.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Problem(UNLOCK_UNKNOWN));
        Optional<Account> account = accounts.lockIfKnown(subject).map(Locked::row);
        Locked<Unlock> unlock = clock.lock(
                        Unlock.class, "select * from unlock where token_hash = :hash", Map.of("hash", hash))
                .orElseThrow();
        return new Held(account, unlock.row(), unlock.now());
    }
}

package uk.nhs.access.unlock;

import static uk.nhs.access.problem.Cid.UNLOCK_UNKNOWN;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    private static final int AT_ONCE = 500;

    private final Accounts accounts;
    private final DatabaseClock clock;

    Unlocks(Accounts accounts, DatabaseClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Locks the account, if there is one, and then the unlock: two rounds of nobody's come one after another as well. */
    Held hold(SecretToken token) {
        return find("tokenHash", token.sha256());
    }

    Held hold(UUID id) {
        return find("id", id);
    }

    /** Those that somebody wants a code for, without locking them. */
    List<UUID> wantingCode() {
        return getEntityManager()
                .createQuery("select id from Unlock where codeWantedAt is not null order by codeWantedAt", UUID.class)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** Ends all others of the same subject that are still open: what was proved in them led to this one's choice. */
    void endOthers(Held chosen) {
        update(
                "expiresAt = ?1 where subjectId = ?2 and id <> ?3 and state <> ?4 and expiresAt > ?1",
                chosen.now(),
                chosen.unlock().subject(),
                chosen.unlock().id(),
                UnlockState.COMPLETED);
    }

    private Held find(String field, Object value) {
        Object[] found = getEntityManager()
                .createQuery("select id, subjectId from Unlock where " + field + " = :value", Object[].class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Problem(UNLOCK_UNKNOWN));
        Optional<Account> account = accounts.lockIfKnown((UUID) found[1]).map(Locked::row);
        Locked<Unlock> unlock = clock.lock(Unlock.class, "select * from unlock where id = :id", Map.of("id", found[0]))
                .orElseThrow();
        return new Held(account, unlock.row(), unlock.now());
    }
}

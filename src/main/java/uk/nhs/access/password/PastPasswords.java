package uk.nhs.access.password;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The last passwords of all accounts, the present ones among them. */
@ApplicationScoped
class PastPasswords implements PanacheRepositoryBase<PastPassword, UUID> {

    private final PasswordSettings settings;

    PastPasswords(PasswordSettings settings) {
        this.settings = settings;
    }

    List<String> hashes(UUID account) {
        return find("accountId", newestFirst(), account).page(0, settings.remembered()).stream()
                .map(PastPassword::hash)
                .toList();
    }

    /** Remembers one more, and forgets those that are too old to matter. */
    void add(UUID account, String hash, Instant now) {
        List<PastPassword> older = find("accountId", newestFirst(), account).list();
        older.stream().skip(settings.remembered() - 1L).forEach(this::delete);
        persist(new PastPassword(account, hash, now));
    }

    void renew(UUID account, String dated, String renewed) {
        update("hash = ?1 where accountId = ?2 and hash = ?3", renewed, account, dated);
    }

    private static Sort newestFirst() {
        return Sort.descending("setAt");
    }
}

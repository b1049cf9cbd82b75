package uk.nhs.access.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.notice.Receipt;
import uk.nhs.access.notice.Sent;

/** Receipts whose texts are not known to have left. */
@ApplicationScoped
class ParkedReceipts {

    private final EntityManager entities;

    ParkedReceipts(EntityManager entities) {
        this.entities = entities;
    }

    /** One receipt, by the gateway's name for its text. */
    record Parked(String providerId, Receipt receipt) {}

    /** Lets nobody else park or collect what is said of a text by this name until the transaction ends. */
    void lock(String providerId) {
        entities.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('receipts of ' || :provider, 0))")
                .setParameter("provider", providerId)
                .getSingleResult();
    }

    /** Keeps a receipt. The same one again is no other. */
    void park(String providerId, Optional<UUID> reference, Receipt receipt) {
        entities.createNativeQuery("""
                        insert into parked_receipt (provider_id, receipt, reference, received_at)
                        values (:provider, :receipt, cast(nullif(:reference, '') as uuid), db_now())
                        on conflict do nothing
                        """)
                .setParameter("provider", providerId)
                .setParameter("receipt", receipt.name())
                .setParameter("reference", reference.map(UUID::toString).orElse(""))
                .executeUpdate();
    }

    /** Takes out what was said of a text, in the order in which it came. */
    List<Parked> collect(Sent text) {
        List<?> rows = entities.createNativeQuery("""
                        with collected as (
                            delete from parked_receipt where provider_id = :provider or reference = :reference
                            returning *)
                        select provider_id, receipt from collected order by received_at
                        """, Object[].class)
                .setParameter("provider", text.providerId())
                .setParameter("reference", text.message())
                .getResultList();
        return rows.stream().map(row -> parked((Object[]) row)).toList();
    }

    private static Parked parked(Object[] row) {
        return new Parked((String) row[0], Receipt.valueOf((String) row[1]));
    }
}

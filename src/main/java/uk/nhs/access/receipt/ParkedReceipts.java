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

    /**
     * One receipt.
     *
     * @param providerId the gateway's name for its text
     * @param message ours
     */
    record Parked(String providerId, UUID message, Receipt receipt) {}

    /** Lets nobody else park or collect what is said of texts by these names until the transaction ends. */
    void lock(List<String> providerIds) {
        entities.createNativeQuery("""
                        select count(pg_advisory_xact_lock(name)) from (
                            select distinct hashtextextended('receipts of ' || provider, 0) as name
                            from unnest(cast(:providers as text[])) provider order by 1) in_order
                        """)
                .setParameter("providers", providerIds.toArray(String[]::new))
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

    /** Takes out what was said of texts, in the order in which it came. */
    List<Parked> collect(List<Sent> texts) {
        List<?> rows = entities.createNativeQuery("""
                        with collected as (
                            delete from parked_receipt
                            where provider_id = any (cast(:providers as text[])) or reference = any (cast(:messages as uuid[]))
                            returning *)
                        select collected.provider_id, text.message, receipt from collected
                        join unnest(cast(:providers as text[]), cast(:messages as uuid[])) text (provider_id, message)
                            on text.provider_id = collected.provider_id or text.message = reference
                        order by received_at
                        """, Object[].class)
                .setParameter("providers", texts.stream().map(Sent::providerId).toArray(String[]::new))
                .setParameter("messages", texts.stream().map(Sent::message).toArray(UUID[]::new))
                .getResultList();
        return rows.stream().map(row -> parked((Object[]) row)).toList();
    }

    private static Parked parked(Object[] row) {
        return new Parked((String) row[0], (UUID) row[1], Receipt.valueOf((String) row[2]));
    }
}

package uk.nhs.access.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.caller.Actor;

/** The history of all accounts. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<HistoryEntry, Long> {

    private static final String OLDER =
            " and exists (select 1 from HistoryEntry last where last.id = ?2 and last.accountId = ?1"
                    + " and (h.happenedAt < last.happenedAt or h.happenedAt = last.happenedAt and h.id < last.id))";

    private final ObjectMapper json;
    private final Event<Recorded> recorded;

    History(ObjectMapper json, Event<Recorded> recorded) {
        this.json = json;
        this.recorded = recorded;
    }

    /** Adds what happened, in the transaction in which it happens. */
    public void record(UUID account, Actor actor, HistoryEvent event, Instant now) {
        persist(new HistoryEntry(account, actor, event.getClass().getSimpleName(), facts(event), now));
        recorded.fire(new Recorded(account, event, now));
    }

    /** The same, but only the first time: whoever repeats it adds nothing. */
    public void recordOnce(UUID account, Actor actor, HistoryEvent event, Instant now) {
        long before = ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from history_entry"
                                + " where account_id = :account and event = :event and facts = cast(:facts as jsonb)")
                        .setParameter("account", account)
                        .setParameter("event", event.getClass().getSimpleName())
                        .setParameter("facts", facts(event))
                        .getSingleResult())
                .longValue();
        if (before == 0) {
            record(account, actor, event, now);
        }
    }

    /** The same for a subject that may be nobody, of whom nothing is recorded or announced; in one statement either way. */
    public void recordIfKnown(UUID subject, Actor actor, HistoryEvent event, Instant now) {
        int recordedRows = getEntityManager()
                .createNativeQuery("""
                        insert into history_entry
                            (account_id, happened_at, event, facts, actor_kind, actor_name, actor_address)
                        select id, :now, :event, cast(:facts as jsonb), :kind, :name, :address
                        from account where id = :subject
                        """)
                .setParameter("now", now)
                .setParameter("event", event.getClass().getSimpleName())
                .setParameter("facts", facts(event))
                .setParameter("kind", actor.kind().name())
                .setParameter("name", actor.name())
                .setParameter("address", actor.address())
                .setParameter("subject", subject)
                .executeUpdate();
        if (recordedRows > 0) {
            recorded.fire(new Recorded(subject, event, now));
        }
    }

    /**
     * What happened to the account last.
     *
     * @param before the id of an entry, as it is written, or null to begin with the newest
     */
    public List<HistoryEntry> newest(UUID account, @Nullable String before, int most) {
        return before == null
                ? page("", most, account)
                : id(before).map(last -> page(OLDER, most, account, last)).orElse(List.of());
    }

    /** When the account came to the organisation that it belongs to, as far back as this is known. */
    public Optional<Instant> joinedOrganisation(UUID account) {
        return Optional.ofNullable((Instant) getEntityManager()
                .createNativeQuery("""
                        select max(happened_at) as joined_at from history_entry
                        where account_id = :account and (event = 'AccountProvisioned' or event = 'HolderChanged'
                            and facts ->> 'formerOrganisation' is distinct from facts ->> 'organisation')
                        """)
                .unwrap(NativeQuery.class)
                .addScalar("joined_at", Instant.class)
                .setParameter("account", account)
                .getSingleResult());
    }

    private List<HistoryEntry> page(String older, int most, Object... parameters) {
        return find(
                        "from HistoryEntry h where h.accountId = ?1" + older + " order by h.happenedAt desc, h.id desc",
                        parameters)
                .page(0, most)
                .list();
    }

    private static Optional<Long> id(String written) {
        try {
            return Optional.of(Long.valueOf(written));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private String facts(HistoryEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of plain values is always JSON", impossible);
        }
    }
}

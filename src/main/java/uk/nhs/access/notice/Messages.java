package uk.nhs.access.notice;

import static java.util.stream.Collectors.toSet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.channel.Pace;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All messages. */
@ApplicationScoped
class Messages implements PanacheRepositoryBase<Message, UUID> {

    private static final int AT_ONCE = 100;

    private final DatabaseClock clock;
    private final NoticeSettings settings;
    private final Pace pace;

    Messages(DatabaseClock clock, NoticeSettings settings, Pace pace) {
        this.clock = clock;
        this.settings = settings;
        this.pace = pace;
    }

    /**
     * Takes messages that are due, within what the whole service may send, so that no other sender does for the length of
     * the lease. A sender that dies leaves nothing behind: its messages fall due again. Those that would come too late and
     * that nobody waits for end here, and are returned as well.
     */
    @SuppressWarnings("unchecked")
    List<Message> take(Channel channel, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from take_due_and_late_messages(
                            :channel, :limit, cast(:lease as interval), :minute, :burst, :day)
                        """, Message.class)
                .setParameter("channel", channel.name())
                .setParameter("limit", limit)
                .setParameter("lease", lease(channel).toString())
                .setParameter("minute", pace.afterwards(channel))
                .setParameter("burst", pace.atOnce(channel))
                .setParameter("day", pace.inADay(channel))
                .getResultList();
    }

    /** Awaited messages that would come too late, and that nobody is sending. */
    @SuppressWarnings("unchecked")
    List<Message> awaitedTooLate(Channel channel) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from message where channel = :channel and state = 'QUEUED' and awaited
                        and next_try_at <= (select db_now()) and not_after <= (select db_now())
                        order by not_after limit :limit
                        """, Message.class)
                .setParameter("channel", channel.name())
                .setParameter("limit", AT_ONCE)
                .getResultList();
    }

    /** Settles those that were accepted and are not settled yet, and names them. */
    Set<UUID> settle(List<Tried> accepted) {
        List<?> settled = getEntityManager()
                .createNativeQuery("""
                        with tried as materialized (
                            select message.id, message.state as state_now, provider_id_now
                            from unnest(cast(:ids as uuid[]), cast(:providers as text[])) accepted (accepted_id, provider_id_now)
                            join message on message.id = accepted_id
                            order by message.id for no key update of message),
                        settled as (
                            update message set state = 'SENT', settled_at = db_now(), provider_id = provider_id_now,
                                seal_key_id = null, sealed = null
                            from tried where message.id = tried.id and state_now = 'QUEUED'
                            returning message.id)
                        select id from settled
                        """)
                .setParameter(
                        "ids",
                        accepted.stream().map(tried -> tried.message().id()).toArray(UUID[]::new))
                .setParameter(
                        "providers", accepted.stream().map(Tried::providerId).toArray(String[]::new))
                .getResultList();
        return settled.stream().map(UUID.class::cast).collect(toSet());
    }

    /** A try that the gateway did not take uses up none of what may be sent in a day. */
    void giveBackToDay(Channel channel) {
        getEntityManager()
                .createNativeQuery("select give_back_to_day(:channel)")
                .setParameter("channel", channel.name())
                .getSingleResult();
    }

    /** The part of what may leave today that has left. */
    double dayUsed(Channel channel) {
        Number sent = (Number) getEntityManager()
                .createNativeQuery("""
                        select coalesce(sum(sent_today), 0) from channel
                        where name = :channel and day = (db_now() at time zone 'UTC')::date
                        """)
                .setParameter("channel", channel.name())
                .getSingleResult();
        return sent.doubleValue() / pace.inADay(channel);
    }

    /** By two indexes of what is not sent, however many messages were. */
    Backlog backlog(Channel channel) {
        return Backlog.from((Object[]) getEntityManager()
                .createNativeQuery("""
                        select count(*), coalesce(extract(epoch from (select db_now()) - min(queued_at)), 0),
                            (select count(*) from message where channel = :channel and state = 'DEAD')
                        from message where channel = :channel and state = 'QUEUED'
                        """)
                .setParameter("channel", channel.name())
                .getSingleResult());
    }

    private Duration lease(Channel channel) {
        return channel == Channel.TEXT ? settings.textLease() : settings.mailLease();
    }

    Optional<Locked<Message>> lock(UUID id) {
        return clock.lock(Message.class, "select * from message where id = :id", Map.of("id", id));
    }

    /** The text that the gateway knows by one name and we by another, by ours where it is there. */
    Optional<Message> lockText(String providerId, @Nullable UUID reference) {
        return Optional.ofNullable(reference)
                .flatMap(id -> lockTextWhere("id = :name", id))
                .or(() -> lockTextWhere("provider_id = :name", providerId));
    }

    private Optional<Message> lockTextWhere(String condition, Object name) {
        String select = "select * from message where channel = 'TEXT' and " + condition;
        return clock.lock(Message.class, select, Map.of("name", name)).map(Locked::row);
    }

    Optional<Message> latest(UUID about) {
        return find("aboutId", Sort.descending("queuedAt"), about).firstResultOptional();
    }

    /** Takes back what has not left yet. */
    void withdraw(UUID about, Instant now) {
        update(
                "state = ?1, settledAt = ?2, content.keyId = null, content.bytes = null where aboutId = ?3 and state = ?4",
                Message.State.EXPIRED,
                now,
                about,
                Message.State.QUEUED);
    }

    Outbox.Progress progress(UUID about) {
        return new Outbox.Progress(
                count("aboutId = ?1 and awaited and state = ?2", about, Message.State.QUEUED),
                count("aboutId = ?1 and awaited and state = ?2", about, Message.State.SENT));
    }
}

package uk.nhs.access.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** All messages. */
@ApplicationScoped
class Messages implements PanacheRepositoryBase<Message, UUID> {

    private final DatabaseClock clock;
    private final NoticeSettings settings;

    Messages(DatabaseClock clock, NoticeSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Takes messages that are due, so that no other sender does for the length of the lease.
     *
     * <p>A sender that dies leaves nothing behind: its messages fall due again. What is due is settled once and for all
     * before anything is updated: as a plain subquery it might run again for each row, and take more than the limit.
     */
    @SuppressWarnings("unchecked")
    List<Message> take(Channel channel, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        with due as materialized (
                            select id from message
                            where channel = :channel and state = 'QUEUED' and next_try_at <= db_now()
                            order by next_try_at
                            limit :limit
                            for update skip locked)
                        update message set tries = tries + 1, next_try_at = db_now() + cast(:lease as interval)
                        from due where message.id = due.id
                        returning message.*
                        """, Message.class)
                .setParameter("lease", lease(channel).toString())
                .setParameter("channel", channel.name())
                .setParameter("limit", limit)
                .getResultList();
    }

    private Duration lease(Channel channel) {
        return channel == Channel.TEXT ? settings.textLease() : settings.mailLease();
    }

    Optional<Locked<Message>> lock(UUID id) {
        return clock.lock(Message.class, "select * from message where id = :id", Map.of("id", id));
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

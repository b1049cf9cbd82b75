package uk.nhs.access.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.channel.ChannelSettings;
import uk.nhs.access.channel.Pace;

/** Sliding windows over what was done, in the database. */
@ApplicationScoped
class Windows {

    private static final String RULES = "cast(:subjects as text[]), cast(:seconds as bigint[]), cast(:most as int[])";

    private final EntityManager entities;
    private final ChannelSettings channels;
    private final Pace pace;

    Windows(EntityManager entities, ChannelSettings channels, Pace pace) {
        this.entities = entities;
        this.channels = channels;
        this.pace = pace;
    }

    /** Counts once against all rules, or against none of them and tells how long to wait. */
    Optional<Duration> take(List<Rule> rules) {
        Number milliseconds =
                (Number) with(rules, "select take_sending(" + RULES + ")").getSingleResult();
        return Optional.of(Duration.ofMillis(milliseconds.longValue())).filter(wait -> !wait.isZero());
    }

    /** The same for a sending by a channel, if that is open. */
    Sending take(Channel channel, List<Rule> rules) {
        Object[] answer = (Object[])
                with(rules, "select * from take_sending_by(:channel, :day, cast(:lag as interval), " + RULES + ")")
                        .unwrap(NativeQuery.class)
                        .addScalar("closed", Boolean.class)
                        .addScalar("wait", Long.class)
                        .addScalar("remaining", Integer[].class)
                        .addScalar("resets", Long[].class)
                        .setParameter("channel", channel.name())
                        .setParameter("day", pace.inADay(channel))
                        .setParameter("lag", channels.mostLag().toString())
                        .getSingleResult();
        return Sending.from(answer, rules);
    }

    private Query with(List<Rule> rules, String sql) {
        return entities.createNativeQuery(sql)
                .setParameter("subjects", rules.stream().map(Rule::subject).toArray(String[]::new))
                .setParameter(
                        "seconds",
                        rules.stream().map(rule -> rule.window().toSeconds()).toArray(Long[]::new))
                .setParameter("most", rules.stream().map(Rule::most).toArray(Integer[]::new));
    }

    /** How often something was done within the last {@code window}. */
    int taken(String subject, Duration window) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from send_limit, unnest(sent_at) at_instant where subject = :subject"
                                        + " and at_instant > db_now() - cast(:window as interval)")
                        .setParameter("subject", subject)
                        .setParameter("window", window.toString())
                        .getSingleResult())
                .intValue();
    }

    /** Undoes the latest time, if any is left. */
    void giveBack(String subject) {
        entities.createNativeQuery("delete from send_limit where subject = :subject and cardinality(sent_at) <= 1")
                .setParameter("subject", subject)
                .executeUpdate();
        entities.createNativeQuery("update send_limit set sent_at = trim_array(sent_at, 1) where subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    void forget(String subject) {
        entities.createNativeQuery("delete from send_limit where subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }
}

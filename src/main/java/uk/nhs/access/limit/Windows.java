package uk.nhs.access.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sliding windows over what was done, in the database. */
@ApplicationScoped
class Windows {

    private final EntityManager entities;

    Windows(EntityManager entities) {
        this.entities = entities;
    }

    /** Counts once against all rules, or against none of them and tells how long to wait. */
    Optional<Duration> take(List<Rule> rules) {
        Number milliseconds = (Number) entities.createNativeQuery(
                        "select take_sending(cast(:subjects as text[]), cast(:seconds as bigint[]), cast(:most as int[]))")
                .setParameter("subjects", rules.stream().map(Rule::subject).toArray(String[]::new))
                .setParameter(
                        "seconds",
                        rules.stream().map(rule -> rule.window().toSeconds()).toArray(Long[]::new))
                .setParameter("most", rules.stream().map(Rule::most).toArray(Integer[]::new))
                .getSingleResult();
        return Optional.of(Duration.ofMillis(milliseconds.longValue())).filter(wait -> !wait.isZero());
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

    /** Never less than the wait, so that whoever waits that long is not refused again. */
    static long wholeSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}

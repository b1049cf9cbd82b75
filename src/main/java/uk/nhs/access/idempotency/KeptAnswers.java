package uk.nhs.access.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.nhs.access.caller.SignIn;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.crypto.Sealer;

/** The answers of the last hours, each under the name of its request, and sealed: some bring a secret to whoever asked. */
@ApplicationScoped
class KeptAnswers {

    private final EntityManager entities;
    private final Sealer sealer;

    KeptAnswers(EntityManager entities, Sealer sealer) {
        this.entities = entities;
        this.sealer = sealer;
    }

    /**
     * Whether the request is now this transaction's own, until it ends.
     *
     * <p>A statement of its own: what reads the answer must begin after the lock, or it would not see what was committed
     * just before.
     */
    boolean lock(KeyedRequest request) {
        return (Boolean)
                entities.createNativeQuery("select bool_and(pg_try_advisory_xact_lock(hashtextextended(name, 0)))"
                                + " from unnest(cast(:names as text[])) name")
                        .setParameter("names", request.ids().toArray(String[]::new))
                        .getSingleResult();
    }

    Optional<KeptAnswer> find(KeyedRequest request) {
        List<?> rows = entities.createNativeQuery("""
                        select request_name, body_name, status, headers, answer, sign_in from kept_answer
                        where request_name = any(cast(:names as text[])) and expires_at > db_now()
                        """, Object[].class)
                .setParameter("names", request.ids().toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> keptAnswer((Object[]) row)).findFirst();
    }

    /**
     * Keeps the answer in the transaction of what it tells of.
     *
     * <p>The table has the last word: should two transactions ever do the same request, the second one fails here and is
     * undone.
     */
    void keep(KeyedRequest request, Answer answer, Duration time) {
        int kept = entities.createNativeQuery("""
                        insert into kept_answer (request_name, body_name, status, headers, answer, sign_in, expires_at)
                        values (:request, :body, :status, :headers, :answer, :sign_in,
                            db_now() + :seconds * interval '1 second')
                        on conflict (request_name) do update
                        set body_name = excluded.body_name, status = excluded.status, headers = excluded.headers,
                            answer = excluded.answer, sign_in = excluded.sign_in, expires_at = excluded.expires_at
                        where kept_answer.expires_at <= db_now()
                        """)
                .setParameter("request", request.id())
                .setParameter("body", request.body())
                .setParameter("status", answer.status())
                .setParameter(
                        "headers", sealer.seal(request.id(), answer.headers()).text())
                .setParameter("answer", sealer.seal(request.id(), answer.body()).text())
                .setParameter("sign_in", answer.signIn().name())
                .setParameter("seconds", time.toSeconds())
                .executeUpdate();
        if (kept != 1) {
            throw new IllegalStateException("The request was done twice; this time is undone");
        }
    }

    void remove(KeyedRequest request) {
        entities.createNativeQuery("delete from kept_answer where request_name = :request")
                .setParameter("request", request.id())
                .executeUpdate();
    }

    private KeptAnswer keptAnswer(Object[] row) {
        String name = (String) row[0];
        int status = ((Number) row[2]).intValue();
        SignIn signIn = SignIn.valueOf((String) row[5]);
        return new KeptAnswer((String) row[1], new Answer(status, open(name, row[3]), open(name, row[4]), signIn));
    }

    private String open(String request, Object sealed) {
        return sealer.open(request, Sealed.of((String) sealed));
    }
}

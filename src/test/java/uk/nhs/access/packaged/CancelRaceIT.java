package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.TestDatabase;

/** Cancel and apply at the same instant, with two replicas that both do both. */
class CancelRaceIT {

    private static final int RACES = 1_500;
    private static final int CALLERS = 16;
    private static final long SEED = 20261122;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void exactly_one_of_cancel_and_apply_wins_whoever_is_faster() throws Exception {
        holdChanges();

        List<HttpResponse<String>> answers = redeemEachAsItsHoldEnds();

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count("state = 'HELD'") == 0);
        long cancelled =
                answers.stream().filter(answer -> answer.statusCode() == 200).count();
        long tooLate = answers.stream()
                .filter(answer -> answer.statusCode() == 410 && "CID3002".equals(Owner.cid(answer)))
                .count();
        assertThat(cancelled + tooLate).isEqualTo(RACES);
        assertThat(cancelled).as("races won by cancel").isBetween(RACES / 10L, RACES * 9L / 10);
        assertThat(count("state = 'CANCELLED' and ended_at < applies_at")).isEqualTo(cancelled);
        assertThat(count("state = 'APPLIED' and ended_at >= applies_at")).isEqualTo(tooLate);
        assertThat(count("state = 'APPLIED' and (select mobile from account a where a.id = account_id) = new_number"))
                .isEqualTo(tooLate);
        assertThat(
                        count(
                                "state = 'CANCELLED' and (select mobile from account a where a.id = account_id) = current_number"))
                .isEqualTo(cancelled);
        assertThat(count("(select count(*) from history_entry h where h.account_id = phone_change.account_id"
                        + " and h.event in ('PhoneChangeApplied', 'PhoneChangeCancelled')) = 1"))
                .isEqualTo(RACES);
    }

    /** Lets each hold end a little sooner after a race that the caller won, and a little later after one that was lost. */
    private static List<HttpResponse<String>> redeemEachAsItsHoldEnds() {
        System.out.println("Ends of holds from seed " + SEED);
        return Crowd.atOnce(CALLERS, CancelRaceIT::redeemShareOf).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<HttpResponse<String>> redeemShareOf(int caller) {
        Random random = new Random(SEED + caller);
        List<HttpResponse<String>> answers = new ArrayList<>();
        double millis = 20;
        try (Connection database = TestDatabase.connect()) {
            for (int race = caller; race < RACES; race += CALLERS) {
                endHold(database, race, random.nextDouble() * 2 * millis);
                HttpResponse<String> answer = Owner.redeem(cluster.replica(random.nextInt(2)), "race-" + race);
                answers.add(answer);
                millis *= answer.statusCode() == 200 ? 0.9 : 1.1;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return answers;
    }

    private static void endHold(Connection database, int race, double inMillis) throws SQLException {
        try (PreparedStatement update = database.prepareStatement("""
                with ends as (select db_now() + ? * interval '1 millisecond' as instant)
                update phone_change set due_at = ends.instant, applies_at = ends.instant
                from ends where cancel_token_hash = sha256(?)
                """)) {
            update.setDouble(1, inMillis);
            update.setBytes(2, ("race-" + race).getBytes(StandardCharsets.UTF_8));
            update.executeUpdate();
        }
    }

    /** Puts the changes where some minutes of requests would put them. */
    private static void holdChanges() throws SQLException {
        try (Connection database = TestDatabase.connect();
                PreparedStatement insert = database.prepareStatement("""
                        with race as (
                            select n, gen_random_uuid() account, gen_random_uuid() code,
                                db_now() + interval '1 day' applies_at
                            from generate_series(0, ?) n),
                        accounts as (
                            insert into account (id, issuer, subject, name, mobile)
                            select account, 'https://tests.invalid', 'race-' || n, 'Race ' || n, '+44741' || to_char(n, 'FM0000000')
                            from race),
                        codes as (
                            insert into verification_code
                                (id, account_id, purpose, key_id, hash, tries_left, issued_at, expires_at, used_at)
                            select code, account, 'PHONE_CHANGE', 'it1', ''::bytea, 5, db_now(), db_now(), db_now() from race)
                        insert into phone_change (id, account_id, origin, new_number, new_number_masked, current_number, language, code_id,
                            cancel_token_hash, state, due_at, requested_at, confirmed_at, applies_at)
                        select gen_random_uuid(), account, 'SIGNED_IN', '+44742' || to_char(n, 'FM0000000'), '',
                            '+44741' || to_char(n, 'FM0000000'), 'ENGLISH', code, sha256(('race-' || n)::bytea), 'HELD',
                            applies_at, db_now(), db_now(), applies_at
                        from race
                        """)) {
            insert.setInt(1, RACES - 1);
            insert.executeUpdate();
        }
    }

    private static long count(String condition) throws SQLException {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from phone_change where account_id in"
                        + " (select id from account where subject like 'race-%') and " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }
}

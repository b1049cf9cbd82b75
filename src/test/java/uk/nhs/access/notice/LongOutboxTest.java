package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.TestDatabase;

/**
 * Where much waits, all that is looked at is its head.
 *
 * <p>PostgreSQL reckons with the outbox as it was when it last looked: all that waited then is too late now. What these tests
 * add is rolled back, so nobody else sees it.
 */
@QuarkusTest
class LongOutboxTest {

    private static final int GONE = 1000;
    private static final int WAITING = 3000;
    private static final int FEW = 30;

    private Connection database;

    @BeforeEach
    void muchWaits() throws SQLException {
        database = TestDatabase.connect();
        database.setAutoCommit(false);
        String account = Person.fresh().account().toString();
        add(
                GONE,
                account,
                "'QUEUED', null, 'key', 'sealed', db_now() - interval '11 minutes', db_now() - interval '1 minute'");
        run("analyze message");
        run("delete from message where account_id = '%s'".formatted(account));
        run("set local enable_seqscan = off"); // the table is small here
        add(WAITING, account, "'QUEUED', null, 'key', 'sealed', db_now(), db_now() + interval '10 minutes'");
    }

    private void add(int count, String account, String how) throws SQLException {
        run("""
                insert into message (id, account_id, about_id, kind, channel, awaited, urgent, tries, next_try_at,
                    state, settled_at, seal_key_id, sealed, queued_at, not_after)
                select gen_random_uuid(), '%s', gen_random_uuid(), 'SignInCodeText', 'TEXT', i %% 2 = 0, true, 0,
                    db_now() - interval '1 second', %s
                from generate_series(1, %d) i
                """.formatted(account, how, count));
    }

    @AfterEach
    void forget() throws SQLException {
        database.rollback();
        database.close();
    }

    @Test
    void whoever_asks_for_a_code_does_not_look_at_all_that_waits() throws SQLException {
        assertThat(lookedAt("select channel_wait('TEXT', 1000000, interval '1 day')"))
                .isLessThan(FEW);
    }

    @Test
    void what_is_due_is_taken_from_the_head() throws SQLException {
        assertThat(lookedAt(
                        "select take_due_and_late_messages('TEXT', 3, interval '1 minute', 1000000, 1000000, 1000000)"))
                .isLessThan(FEW);
    }

    private long lookedAt(String sql) throws SQLException {
        long before = lookedAt();
        run(sql);
        return lookedAt() - before;
    }

    /** The rows of messages that this transaction has fetched, by an index or without. */
    private long lookedAt() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(idx_tup_fetch, 0) + seq_tup_read"
                        + " from pg_stat_xact_user_tables where relname = 'message'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

package uk.nhs.access.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestDatabase;

/** What is old goes a few rows at a time, whoever else is at work. */
@QuarkusTest
class RetentionBatchesTest {

    @Inject
    RetentionRound round;

    @Inject
    Retention retention;

    @BeforeEach
    void begin_with_nothing_old() {
        round.remove();
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void nothing_is_removed_from_under_whoever_holds_the_account() throws SQLException {
        Person person = Person.fresh();
        CodeStory story = CodeStory.signIn(person);
        story.entersWrong(story.code(), 1);
        MovableClock.stopAt(story.expiresAt().plus(Duration.ofDays(30)));
        try (Connection database = TestDatabase.connect();
                Statement lock = database.createStatement()) {
            database.setAutoCommit(false);
            lock.execute("select from account where id = '" + person.account() + "' for no key update");

            round.remove();

            assertThat(countsAndCodesOf(person)).isEqualTo(2);
            database.rollback();
        }
        round.remove();
        assertThat(countsAndCodesOf(person)).isZero();
    }

    @Test
    void one_transaction_removes_a_thousand_and_one_round_all() throws SQLException {
        String name = oldCounts(2_500);

        assertThat(retention.remove(OldRows.SEND_LIMITS)).isEqualTo(1_000);

        assertThat(left(name)).isEqualTo(1_500);
        round.remove();
        assertThat(left(name)).isZero();
    }

    @Test
    void several_at_once_remove_each_row_once_and_all_of_them() throws SQLException {
        String name = oldCounts(5_500);

        int removed = IntStream.range(0, 8)
                .parallel()
                .map(replica -> retention.remove(OldRows.SEND_LIMITS))
                .sum();

        assertThat(removed + left(name)).isEqualTo(5_500);
        IntStream.range(0, 4).parallel().forEach(replica -> round.remove());
        round.remove();
        assertThat(left(name)).isZero();
    }

    private static long countsAndCodesOf(Person person) {
        return Rows.count(
                "select (select count(*) from verification_code where account_id = ?)"
                        + " + (select count(*) from code_block where account_id = ?)",
                person.account(),
                person.account());
    }

    private static String oldCounts(int howMany) throws SQLException {
        String name = UUID.randomUUID().toString();
        execute("insert into send_limit select '" + name + "' || n, array[db_now() - interval '30 days']"
                + " from generate_series(1, " + howMany + ") n");
        return name;
    }

    private static long left(String name) {
        return Rows.count("select count(*) from send_limit where starts_with(subject, ?)", name);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

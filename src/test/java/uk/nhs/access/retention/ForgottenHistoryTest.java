package uk.nhs.access.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestDatabase;

/** History is forgotten after two years, by nobody by mistake, and nobody can delete what is younger than a year. */
@QuarkusTest
class ForgottenHistoryTest {

    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final String REFUSED = "History is only ever added to";
    private static final String SWITCHED =
            "set access.forgets_history = 'on'; delete from history_entry where account_id";

    @Inject
    RetentionRound round;

    private final Person person = Person.fresh();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void stop_the_clock() {
        now = MovableClock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        MovableClock.stopAt(now);
    }

    @AfterEach
    void go_on() {
        MovableClock.goOn();
    }

    @Test
    void it_goes_after_730_days_and_not_one_tick_before() throws SQLException {
        happened("Younger", Duration.ofDays(730).minus(TICK));
        happened("Old", Duration.ofDays(730));

        round.remove();

        assertThat(Rows.history(person)).containsExactly("Younger");
        MovableClock.stopAt(now.plus(TICK));
        round.remove();
        assertThat(Rows.history(person)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-10 years", "1 day", "363 days", "364 days 23:59:59.999999"})
    void whatever_the_function_is_told_the_last_365_days_stay(String kept) throws SQLException {
        happened("Younger", Duration.ofDays(365).minus(TICK));
        happened("Old", Duration.ofDays(365));

        execute("select forget_history('" + kept + "', 1000000)");

        assertThat(Rows.history(person)).containsExactly("Younger");
    }

    @Test
    void without_the_switch_nothing_is_deleted_by_hand_however_old() throws SQLException {
        happened("Old", Duration.ofDays(4_000));

        assertThatThrownBy(() -> execute("delete from history_entry where account_id = '" + person.account() + "'"))
                .hasMessageContaining(REFUSED);
        assertThatThrownBy(() -> execute("begin; select forget_history('9999 days', 1);"
                        + " delete from history_entry where account_id = '" + person.account() + "'"))
                .hasMessageContaining(REFUSED);

        assertThat(Rows.history(person)).containsExactly("Old");
    }

    @Test
    void whoever_sets_the_switch_by_hand_deletes_what_is_365_days_old_and_nothing_younger() throws SQLException {
        happened("Younger", Duration.ofDays(365).minus(TICK));
        happened("Old", Duration.ofDays(365));
        String ofPerson = " = '" + person.account() + "'";

        assertThatThrownBy(() -> execute(SWITCHED + ofPerson)).hasMessageContaining(REFUSED);
        assertThat(Rows.history(person)).containsExactly("Old", "Younger");

        execute(SWITCHED + ofPerson + " and event = 'Old'");
        assertThat(Rows.history(person)).containsExactly("Younger");
    }

    @Test
    void it_goes_in_batches_the_oldest_first() throws SQLException {
        round.remove();
        happened("Old", Duration.ofDays(730));
        happened("Older", Duration.ofDays(731));
        happened("Oldest", Duration.ofDays(4_000));

        execute("select forget_history('730 days', 2)");

        assertThat(Rows.history(person)).containsExactly("Old");
    }

    private void happened(String event, Duration ago) throws SQLException {
        execute("insert into history_entry (id, account_id, happened_at, event, facts, actor_kind) values (nextval("
                + "'history_entry_seq') + 1000000000, '" + person.account() + "', '" + now.minus(ago) + "', '" + event
                + "', '{}', 'SERVICE_ITSELF')");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

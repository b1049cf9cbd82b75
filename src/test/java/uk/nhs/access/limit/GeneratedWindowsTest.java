package uk.nhs.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Cases;
import uk.nhs.access.support.Chance;
import uk.nhs.access.support.TestDatabase;

/** The database's own count, held against a plain list of what was counted: by a clock of this test's own, in one transaction. */
@QuarkusTest
class GeneratedWindowsTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private static final String OWN_CLOCK = """
            create schema generated;
            create function generated.db_now() returns timestamptz
                language sql volatile
                as 'select current_setting(''generated.now'')::timestamptz';
            set local search_path = generated, public;
            """;

    /** All that was counted, and the rules that it was counted by. */
    private static final class Model {

        private final List<Rule> rules;
        private final Map<String, List<Instant>> counted = new HashMap<>();

        Model(List<Rule> rules) {
            this.rules = rules;
        }

        /** How long until none of the rules stands in the way. */
        Duration pause(Instant now) {
            if (rules.stream().anyMatch(rule -> rule.most() == 0)) {
                return rules.stream().map(Rule::window).max(Duration::compareTo).orElseThrow();
            }
            return rules.stream()
                    .flatMap(this::full)
                    .map(end -> Duration.between(now, end))
                    .filter(wait -> !wait.isNegative())
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }

        /** When a rule that was used up leaves one more. */
        Stream<Instant> full(Rule rule) {
            List<Instant> sent = counted.getOrDefault(rule.subject(), List.of());
            return sent.size() < rule.most() || rule.most() == 0
                    ? Stream.empty()
                    : Stream.of(sent.get(sent.size() - rule.most()).plus(rule.window()));
        }

        void count(Instant now) {
            rules.stream()
                    .map(Rule::subject)
                    .distinct()
                    .forEach(subject -> counted.computeIfAbsent(subject, none -> new ArrayList<>())
                            .add(now));
        }
    }

    @Test
    void so_many_within_any_window_and_whoever_waits_as_told_is_let_past_then_and_not_before() throws SQLException {
        try (Connection database = TestDatabase.connect()) {
            database.setAutoCommit(false);
            try (Statement statement = database.createStatement()) {
                statement.execute(OWN_CLOCK);
            }
            Cases.each(120, chance -> walk(chance, database));
            database.rollback();
        }
    }

    private static void walk(Chance chance, Connection database) {
        List<String> subjects = List.of("a " + UUID.randomUUID(), "b " + UUID.randomUUID());
        Model model = new Model(chance.several(1, 4, () -> rule(chance, chance.of(subjects))));
        Instant now = START;
        for (int step = 0; step < 15; step++) {
            Instant[] ends = model.rules.stream().flatMap(model::full).toArray(Instant[]::new);
            now = chance.after(now, Duration.ofSeconds(30), ends);
            Duration pause = model.pause(now);

            long milliseconds = take(database, model.rules, now);

            assertThat(milliseconds).as("%s at %s", model.rules, now).isEqualTo(roundedUp(pause));
            if (milliseconds == 0) {
                model.count(now);
            }
        }
    }

    private static Rule rule(Chance chance, String subject) {
        int most = chance.oneIn(30) ? 0 : chance.between(1, 4);
        return new Rule("test", subject, Duration.ofSeconds(chance.between(1, 60)), most, false);
    }

    private static long roundedUp(Duration pause) {
        return pause.plusNanos(999_999).toMillis();
    }

    private static long take(Connection database, List<Rule> rules, Instant now) {
        try (PreparedStatement take = database.prepareStatement(
                "select take_sending(?, ?, ?) from (select set_config('generated.now', ?, true)) clock")) {
            take.setArray(
                    1,
                    database.createArrayOf(
                            "text", rules.stream().map(Rule::subject).toArray()));
            take.setArray(
                    2,
                    database.createArrayOf(
                            "bigint",
                            rules.stream()
                                    .map(rule -> rule.window().toSeconds())
                                    .toArray()));
            take.setArray(
                    3,
                    database.createArrayOf("int", rules.stream().map(Rule::most).toArray()));
            take.setString(4, now.toString());
            try (ResultSet row = take.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

package uk.nhs.access.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestDatabase;

/** History is only ever added to, and the database itself sees to it. */
@QuarkusTest
class AppendOnlyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_entry set event = 'Nothing'",
                "delete from history_entry",
                "truncate history_entry",
                "truncate account cascade"
            })
    void the_database_refuses_to_rewrite_it(String rewriting) throws SQLException {
        Story story = Story.ofSomebody().asks();

        try (Connection database = TestDatabase.connect();
                Statement statement = database.createStatement()) {
            assertThatThrownBy(() -> statement.execute(rewriting))
                    .hasMessageContaining("History is only ever added to");
        }

        assertThat(Rows.history(story.person)).containsExactly("PhoneChangeAsked");
    }
}

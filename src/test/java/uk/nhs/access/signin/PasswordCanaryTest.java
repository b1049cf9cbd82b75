package uk.nhs.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.Inbox;
import uk.nhs.access.support.PasswordCheckApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;

/** What was typed as a password is nowhere to be read afterwards, right or wrong, however it was sent. */
@QuarkusTest
class PasswordCanaryTest {

    private static final String RIGHT = "canarybird sings in the coal mine";
    private static final String WRONG = "canarybird sings no more";

    private final Person person = Person.with().password(RIGHT).open();
    private final String unknown = "canarybird-" + UUID.randomUUID() + "@example.org";

    @Test
    void neither_log_nor_answer_nor_table_holds_it() {
        Log log = new Log();
        Logger.getLogger("").addHandler(log);
        StringBuilder answers = new StringBuilder();
        try {
            everything().forEach(answer -> answers.append(answer.asString()).append(answer.headers()));
            Inbox.of(person.mobile()).await(1);
        } finally {
            Logger.getLogger("").removeHandler(log);
        }

        assertThat(answers.toString())
                .contains("RIGHT", "LOCKED", "CID1001", "CID1002")
                .doesNotContain("canarybird");
        assertThat(log.heard.toString()).doesNotContain("canarybird");
        assertThat(tables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(Rows.count(
                                "select count(*) from " + table + " kept where kept::text like '%canarybird%'"))
                        .as(table)
                        .isZero());
        assertThat(Inbox.of(person.mobile()).messages().toString()).doesNotContain("canarybird");
    }

    private List<Response> everything() {
        List<Response> answers = new ArrayList<>();
        answers.add(PasswordCheckApi.check(person, RIGHT));
        answers.add(PasswordCheckApi.checkTyped(unknown, RIGHT));
        answers.add(PasswordCheckApi.check(person, RIGHT.repeat(40)));
        answers.add(malformed("{\"password\": \"" + RIGHT + "\", \"canary\": 1}"));
        answers.add(malformed("{\"password\": \"" + RIGHT));
        answers.add(malformed("{\"password\": [\"" + RIGHT + "\"]}"));
        IntStream.range(0, 11).forEach(i -> answers.add(PasswordCheckApi.check(person, WRONG + i)));
        return answers;
    }

    private Response malformed(String body) {
        return PhoneChangeApi.with(PasswordCheckApi.service())
                .body(body)
                .post("/v1/accounts/{id}/password-check", person.account());
    }

    private static List<String> tables() {
        return Rows.texts("select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' and table_name not like '%inbox%'");
    }

    private static final class Log extends Handler {

        private final StringBuffer heard = new StringBuffer();
        private final PatternFormatter formatter = new PatternFormatter("%s%e%X%n");

        @Override
        public void publish(LogRecord entry) {
            heard.append(formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

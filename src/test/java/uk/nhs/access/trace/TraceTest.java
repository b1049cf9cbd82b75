package uk.nhs.access.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.OperationsApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;

/** What is done for a request says so, in the log and to whoever does something for it later. */
@QuarkusTest
class TraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final Person person = Person.fresh();
    private final Heard heard = new Heard();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(heard);
    }

    @AfterEach
    void go_on() {
        OperationsApi.open("EMAIL");
        Logger.getLogger("").removeHandler(heard);
    }

    @Test
    void each_line_of_the_log_names_the_trace_and_the_request_that_it_was_written_for() {
        String request = UUID.randomUUID().toString();

        stop(PARENT, request);

        assertThat(heard.mdc).hasSize(1).first().asString().contains("traceId=" + TRACE, "requestId=" + request);
    }

    @Test
    void a_request_that_names_no_trace_and_no_id_gets_both() {
        stop(null, null);
        stop(null, null);

        assertThat(heard.mdc)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(mdc -> mdc.matches(".*requestId=[0-9a-f-]{36}.*") && mdc.matches(".*traceId=[0-9a-f]{32}.*"));
    }

    @Test
    void what_is_not_an_id_gets_into_no_log() {
        stop("00-07700900123", "07700900123");

        assertThat(heard.mdc).hasSize(1).noneMatch(mdc -> mdc.contains("07700900123"));
    }

    @Test
    void a_message_belongs_to_the_trace_of_the_request_that_it_came_of() {
        PhoneChangeApi.with(person.token().mint())
                .header("traceparent", PARENT)
                .body("{\"mobileNumber\":\"" + Person.freshNumber() + "\"}")
                .post("/v1/phone-changes");

        assertThat(Rows.texts("select traceparent from message where account_id = ?", person.account()))
                .containsExactly(PARENT);
    }

    /** Which is written to the log. */
    private static void stop(String trace, String request) {
        var operator = OperationsApi.operator();
        if (trace != null) {
            operator.header("traceparent", trace);
        }
        if (request != null) {
            operator.header("X-Request-Id", request);
        }
        operator.body("{\"reason\":\"A test\"}").put("/v1/channels/EMAIL/stop");
    }

    private static final class Heard extends Handler {

        private final Queue<String> mdc = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            if (line instanceof ExtLogRecord known
                    && known.getFormattedMessage().startsWith("EMAIL was stopped")) {
                mdc.add(known.getMdcCopy().toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

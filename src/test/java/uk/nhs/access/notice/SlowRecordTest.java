package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Rows;

/** What was sent is recorded by one sender at a time; the others do not wait for it. */
@QuarkusTest
class SlowRecordTest {

    private static final int MESSAGES = 150;

    /** The one that takes what is due, and one that is just ending. */
    private static final int BESIDES = 2;

    @Inject
    NoticeSettings settings;

    @BeforeEach
    void to_record_takes_long() {
        Rows.change("""
                create function take_long() returns trigger language plpgsql as
                'begin perform pg_sleep(0.25); return null; end'""");
        Rows.change("""
                create trigger take_long after update of state on message
                for each statement execute function take_long()""");
    }

    @AfterEach
    void as_quick_as_ever() {
        Rows.change("drop trigger take_long on message");
        Rows.change("drop function take_long()");
    }

    @Test
    void there_are_never_more_threads_than_senders() {
        List<String> codes = IntStream.range(0, MESSAGES)
                .mapToObj(i -> CodeStory.signIn().id())
                .toList();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    assertThat(senders()).isLessThanOrEqualTo(settings.textSenders() + BESIDES);
                    return waiting(codes) == 0;
                });
    }

    private static long senders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("outbox-TEXT"))
                .count();
    }

    private static long waiting(List<String> codes) {
        return Rows.count(
                "select count(*) from message where state = 'QUEUED' and about_id = any (cast(? as uuid[]))",
                "{" + String.join(",", codes) + "}");
    }
}

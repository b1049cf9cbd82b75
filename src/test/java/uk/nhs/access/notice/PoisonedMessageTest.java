package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Rows;

/** A message that can never be sent, such as one that was sealed with a key that is gone, in the middle of others. */
@QuarkusTest
class PoisonedMessageTest {

    private static final int OTHERS = 20;

    @AfterEach
    void go_on() {
        hold("'-infinity'");
    }

    @Test
    void a_message_that_cannot_be_opened_holds_up_no_other() {
        hold("db_now() + interval '50 seconds'");
        CodeStory poisoned = CodeStory.signIn();
        List<CodeStory> others =
                Stream.generate(CodeStory::signIn).limit(OTHERS).toList();
        Rows.change(
                "update message set sealed = decode('00', 'hex') where about_id = ?", UUID.fromString(poisoned.id()));
        hold("'-infinity'");

        assertThat(others).allSatisfy(it -> assertThat(it.code()).hasSize(6));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> tries(poisoned) > 0);
        assertThat(Rows.text("select state from message where about_id = ?", UUID.fromString(poisoned.id())))
                .isEqualTo("QUEUED");
    }

    private static long tries(CodeStory story) {
        return Long.parseLong(
                Rows.text("select tries::text from message where about_id = ?", UUID.fromString(story.id())));
    }

    private static void hold(String until) {
        Rows.change("update channel set paced_until = " + until + " where name = 'TEXT'");
    }
}

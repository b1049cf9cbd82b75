package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.ReceiptApi;
import uk.nhs.access.support.Rows;

/** Texts whose tries ended at the same time are recorded by one transaction, each as it would be alone. */
@QuarkusTest
class SentTogetherTest {

    @Inject
    Deliveries deliveries;

    @Inject
    Messages messages;

    /** No sender takes anything meanwhile. */
    @BeforeEach
    void hold_everything_back() {
        Rows.change("update channel set paced_until = db_now() + interval '50 seconds' where name = 'TEXT'");
    }

    @AfterEach
    void go_on() {
        Rows.change("update channel set paced_until = '-infinity' where name = 'TEXT'");
    }

    @Test
    void each_is_sent_by_its_own_name_and_wiped() {
        Tried one = accepted("one " + UUID.randomUUID());
        Tried other = accepted("other " + UUID.randomUUID());

        deliveries.recordSent(Channel.TEXT, List.of(one, other));

        assertThat(row(one)).isEqualTo("SENT " + one.providerId() + " wiped");
        assertThat(row(other)).isEqualTo("SENT " + other.providerId() + " wiped");
    }

    @Test
    void one_that_was_withdrawn_meanwhile_stays_withdrawn() {
        Tried withdrawn = accepted("late " + UUID.randomUUID());
        Tried sent = accepted("in time " + UUID.randomUUID());
        Rows.change(
                "update message set state = 'EXPIRED', settled_at = db_now(), seal_key_id = null, sealed = null where id = ?",
                withdrawn.message().id());

        deliveries.recordSent(Channel.TEXT, List.of(withdrawn, sent));

        assertThat(row(withdrawn)).isEqualTo("EXPIRED nowhere wiped");
        assertThat(row(sent)).startsWith("SENT");
    }

    @Test
    void what_was_said_of_them_before_counts_for_each() {
        Tried arrived = accepted(UUID.randomUUID().toString());
        Tried failed = accepted(UUID.randomUUID().toString());
        ReceiptApi.send(ReceiptApi.body(arrived.providerId(), null, "delivered"));
        ReceiptApi.send(ReceiptApi.body(failed.providerId(), null, "permanent-failure"));

        deliveries.recordSent(Channel.TEXT, List.of(arrived, failed));

        assertThat(receipt(arrived)).isEqualTo("DELIVERED");
        assertThat(receipt(failed)).isEqualTo("UNDELIVERED");
    }

    private Tried accepted(String providerId) {
        UUID code = UUID.fromString(CodeStory.signIn().id());
        Rows.change("update message set tries = 1, first_try_at = db_now() where about_id = ?", code);
        return new Tried(messages.find("aboutId", code).firstResult(), new Delivery.Accepted(providerId));
    }

    private static String row(Tried tried) {
        return Rows.text(
                "select state || ' ' || coalesce(provider_id, 'nowhere') || case when sealed is null then ' wiped' else '' end"
                        + " from message where id = ?",
                tried.message().id());
    }

    private static String receipt(Tried tried) {
        return Rows.text(
                "select receipt from message where id = ?", tried.message().id());
    }
}

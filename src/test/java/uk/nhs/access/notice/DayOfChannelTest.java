package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.Rows;

/** What uses up the messages that a channel has for a day. */
@QuarkusTest
class DayOfChannelTest {

    @Inject
    Deliveries deliveries;

    @Inject
    Messages messages;

    /** No sender takes anything meanwhile. */
    @BeforeEach
    void hold_everything_back() {
        Rows.texts("update channel set paced_until = db_now() + interval '50 seconds', sent_today = 7,"
                + " day = (db_now() at time zone 'UTC')::date where name = 'TEXT' returning name");
    }

    @AfterEach
    void go_on() {
        Rows.texts("update channel set paced_until = '-infinity', sent_today = 0 where name = 'TEXT' returning name");
    }

    @Test
    void a_try_that_the_gateway_did_not_take_leaves_its_place_to_another() {
        deliveries.record(tried(), new Delivery.Later("The gateway is down"));
        assertThat(sentToday()).isEqualTo(6);
    }

    @Test
    void a_text_that_the_gateway_refused_leaves_its_place_to_another() {
        deliveries.record(tried(), new Delivery.Refused("No such number"));
        assertThat(sentToday()).isEqualTo(6);
    }

    @Test
    void a_text_that_was_accepted_counts() {
        deliveries.record(tried(), new Delivery.Accepted("accepted"));
        assertThat(sentToday()).isEqualTo(7);
    }

    @Test
    void a_try_of_the_day_before_gives_nothing_back() {
        Message tried = tried();
        Rows.texts("update channel set day = day - 1 where name = 'TEXT' returning name");

        deliveries.record(tried, new Delivery.Later("The gateway is down"));
        assertThat(sentToday()).isEqualTo(7);
    }

    @Test
    void how_much_of_it_is_used_is_measured_and_of_the_day_before_nothing() {
        Rows.change("update channel set sent_today = 150000 where name = 'TEXT'");
        Awaitility.await().until(() -> Math.round(100 * used()) == 75);

        Rows.change("update channel set day = day - 1 where name = 'TEXT'");
        Awaitility.await().until(() -> used() == 0);
    }

    private Message tried() {
        UUID code = UUID.fromString(CodeStory.signIn().id());
        Rows.texts("update message set tries = 1, first_try_at = db_now() where about_id = ? returning id", code);
        return messages.find("aboutId", code).firstResult();
    }

    private static double used() {
        return Management.metric("access_messages_day_used_ratio", "channel=\"TEXT\"");
    }

    private static long sentToday() {
        return Rows.count("select sent_today from channel where name = 'TEXT'");
    }
}

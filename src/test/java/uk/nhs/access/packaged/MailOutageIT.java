package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/** The packaged service and a mail server that fails in every way it can. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailOutageIT {

    private static final Duration HOLD = Duration.ofHours(24);

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(1, Map.of("NOTICE_RETRY_FIRST", "PT0.2S", "NOTICE_RETRY_MOST", "PT1S"));
    }

    @AfterEach
    void all_is_well_again() {
        cluster.mails.up();
        cluster.mails.pass();
        cluster.texts.pass();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void a_number_is_changed_and_the_owner_is_told_by_mail_and_text() {
        Owner owner = Owner.of(cluster, Person.with().addresses(2).open()).ask().confirm();

        owner.awaitState("HELD");
        MovableClock.advance(HOLD);
        owner.awaitState("APPLIED");

        for (String address : owner.person.addresses()) {
            awaitMails(address, 2);
            assertThat(cluster.mails.mails(address).get(0).text()).contains("https://app.example.org/cancel#token=");
            assertThat(cluster.mails.mails(address).get(1).subject()).contains("changed");
        }
        assertThat(Owner.cid(Owner.redeem(cluster.replica(0), owner.cancelTokenOf(0))))
                .isEqualTo("CID3002");
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> cluster.texts.texts(owner.person.mobile()).size() == 2);
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> cluster.texts.texts(owner.newE164()).size() == 2);
    }

    @Test
    void while_the_mail_server_is_down_the_hold_does_not_start() throws Exception {
        cluster.mails.down();
        Owner owner = Owner.fresh(cluster).ask().confirm();
        MovableClock.advance(HOLD);
        Thread.sleep(3_000);
        assertThat(owner.state()).isEqualTo("AWAITING_NOTICE");

        Instant back = MovableClock.now();
        cluster.mails.up();
        owner.cancelToken();

        owner.awaitState("HELD");
        assertThat(owner.appliesAt()).isAfterOrEqualTo(back.plus(HOLD));
        MovableClock.advance(HOLD);
        owner.awaitState("APPLIED");
        awaitMails(owner.person.address(), 2);
    }

    @Test
    void a_slow_mail_server_delays_the_hold_and_no_text() {
        cluster.mails.slow(Duration.ofSeconds(1));
        Instant start = MovableClock.now();
        Owner owner = Owner.fresh(cluster).ask().confirm();
        cluster.texts.awaitText(owner.person.mobile(), Duration.ofSeconds(5));

        owner.awaitState("HELD");

        assertThat(owner.appliesAt()).isAfter(start.plus(HOLD).plusSeconds(1));
    }

    @Test
    void a_mail_that_may_have_been_taken_is_sent_again_under_the_same_id() {
        cluster.mails.dropAfterData(1);
        Owner owner = Owner.fresh(cluster).ask().confirm();

        owner.awaitState("HELD");

        assertThat(cluster.mails.mails(owner.person.address()).stream()
                        .map(mail -> mail.messageId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_dead_mailbox_does_not_stop_the_change_where_another_address_was_told() {
        cluster.mails.refuseRecipient(1);
        Owner owner = Owner.of(cluster, Person.with().addresses(2).open()).ask().confirm();

        owner.awaitState("HELD");

        assertThat(Rows.texts(
                        "select state from message where account_id = ? and channel = 'EMAIL' order by state",
                        owner.person.account()))
                .containsExactly("DEAD", "SENT");
        assertThat(cluster.replica(0).manage("/q/metrics").body())
                .contains("access_alarms_total{alarm=\"MESSAGE_DEAD\"} 1.0");
    }

    @Test
    void a_text_that_the_gateway_took_without_saying_so_is_not_sent_twice() {
        cluster.texts.acceptThenTimeout(1);
        Owner owner = Owner.fresh(cluster).ask();

        Awaitility.await().atMost(Owner.PATIENCE).until(() -> owner.isSent("PhoneChangeCodeText"));

        assertThat(cluster.texts.texts(owner.newE164())).hasSize(1);
    }

    /** The last one, because the clock is then three days on. */
    @Test
    @Order(Integer.MAX_VALUE)
    void a_notice_that_no_mail_server_takes_for_three_days_ends_the_change_with_nothing_changed() throws Exception {
        cluster.mails.down();
        Owner owner = Owner.fresh(cluster).ask().confirm();
        MovableClock.advance(Duration.ofDays(3).minusSeconds(30));
        Thread.sleep(3_000);
        assertThat(owner.state()).isEqualTo("AWAITING_NOTICE");

        MovableClock.advance(Duration.ofSeconds(30));

        owner.awaitState("EXPIRED");
        assertThat(Rows.text("select mobile from account where id = ?", owner.person.account()))
                .isEqualTo(owner.person.mobile());
        assertThat(cluster.replica(0).manage("/q/metrics").body())
                .contains("access_alarms_total{alarm=\"NOTICE_NEVER_ACCEPTED\"} 1.0");
    }

    private static void awaitMails(String address, int count) {
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> cluster.mails.mails(address).size() == count);
    }
}

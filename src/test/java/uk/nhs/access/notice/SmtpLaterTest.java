package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Later;

/** What a mail server does not take now, and that it is tried again. */
@QuarkusTest
@TestProfile(WithMailServer.class)
class SmtpLaterTest {

    private static SmtpDouble server;

    @Inject
    @Named("smtp")
    MailGateway mails;

    private MailToDouble mail;

    @BeforeAll
    static void start() {
        server = MailToDouble.server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void write() {
        mail = new MailToDouble(mails);
    }

    @AfterEach
    void nothing_of_the_message_is_logged_and_all_is_well_again() {
        server.pass();
        mail.assertUnsaid();
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "MAIL", "RECIPIENT_LATER", "RECIPIENT_RELAY", "DATA"})
    void any_other_reply_is_tried_again(SmtpFault fault) {
        String code = fault.reply("").substring(0, 3);
        server.strike(1, fault);

        assertThat(mail.send()).isEqualTo(new Later("The mail server did not take the message: " + code));
        assertThat(mail.send()).isInstanceOf(Accepted.class);
        assertThat(server.mails(mail.address)).hasSize(1);
    }

    @Test
    void a_mail_sent_again_after_a_lost_reply_keeps_its_id() {
        server.dropAfterData(1);

        assertThat(mail.send()).isInstanceOf(Later.class);
        assertThat(mail.send()).isInstanceOf(Accepted.class);
        assertThat(server.mails(mail.address))
                .extracting(SentMail::messageId)
                .hasSize(2)
                .containsOnly(mail.id());
    }

    @Test
    void a_slow_server_is_not_waited_for() {
        server.slow(MailToDouble.PATIENCE);
        long start = System.nanoTime();

        assertThat(mail.send()).isInstanceOf(Later.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MailToDouble.PATIENCE);
    }

    @Test
    void a_server_that_is_down_is_tried_until_it_is_back() {
        mail.send();
        server.down();
        assertThat(mail.send()).isInstanceOf(Later.class);
        assertThat(mail.send()).isInstanceOf(Later.class);

        server.up();
        assertThat(mail.send()).isInstanceOf(Accepted.class);
    }

    @Test
    void servers_that_fell_silent_do_not_use_up_the_connections() {
        server.fallSilent(12);

        // some fail before they meet the silence
        for (int round = 0; round < 5 && server.faultsLeft() > 0; round++) {
            assertThat(mail.sendAtOnce(server.faultsLeft())).hasOnlyElementsOfType(Later.class);
        }

        assertThat(server.faultsLeft()).isZero();
        assertThat(mail.send()).isInstanceOf(Accepted.class);
    }
}

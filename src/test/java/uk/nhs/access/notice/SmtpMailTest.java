package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Refused;

/** E-mails that a mail server takes, and those that it never will. */
@QuarkusTest
@TestProfile(WithMailServer.class)
class SmtpMailTest {

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

    @Test
    void an_accepted_mail_says_what_was_written_under_its_own_id() {
        Delivery delivery = mail.send();

        SentMail sent = server.awaitMail(mail.address, MailToDouble.PATIENCE);
        assertThat(delivery).isEqualTo(new Accepted(mail.id()));
        assertThat(sent.messageId()).isEqualTo(mail.id());
        assertThat(sent.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(sent.header("From")).contains("no-reply@nhs.test");
        assertThat(sent.subject()).isEqualTo("Eich cyfrif – newid");
        assertThat(sent.text()).isEqualTo("Hello\n.Dŵr 271828");
        assertThat(sent.html()).isEqualTo("<p>Dŵr 271828</p>");
    }

    /** GreenMail knows SMTP from others than us, and writes addresses to the log: hence one of its own. */
    @Test
    void a_mail_server_that_we_did_not_write_takes_it_too() {
        server.down();
        GreenMail greenMail = new GreenMail(new ServerSetup(server.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            assertThat(mail.sendTo("greenmail@example.org")).isInstanceOf(Accepted.class);
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
        } finally {
            greenMail.stop();
            server.up();
        }
    }

    /** The double greets in the moment in which it is connected to. */
    @Test
    void a_greeting_is_heard_however_soon_it_comes() {
        for (int round = 0; round < 25; round++) {
            assertThat(mail.sendAtOnce(20)).hasOnlyElementsOfType(Accepted.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RECIPIENT_UNKNOWN", "RECIPIENT_BARE"})
    void an_address_that_the_server_does_not_know_is_refused(SmtpFault fault) {
        server.strike(1, fault);

        assertThat(mail.send()).isEqualTo(new Refused("The mail server refused the address: 550"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "ann@", "@example.org", "a b@example.org", "a@b.org\r\nRCPT TO:<c@d.org>"})
    void an_address_that_is_none_is_refused_without_asking(String none) {
        assertThat(mail.sendTo(none)).isEqualTo(new Refused("The address is not one that e-mails can be sent to"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: eve@example.org", "Hi\nBcc: eve@example.org", "Hi\rBcc: eve@example.org"})
    void a_subject_cannot_add_a_header(String subject) {
        assertThat(mails.send(new OutgoingMail(mail.reference, mail.address, subject, "text", "<p>text</p>", false)))
                .isNotInstanceOf(Accepted.class);
        assertThat(server.mails()).noneMatch(sent -> sent.raw().contains("eve@example.org"));
    }

    @Test
    void a_message_on_its_way_does_not_show_itself() {
        assertThat(mail.to(mail.address).toString()).isEqualTo("OutgoingMail[reference=" + mail.reference + "]");
    }
}

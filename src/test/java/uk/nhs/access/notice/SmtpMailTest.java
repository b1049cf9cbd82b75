package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Later;
import uk.nhs.access.notice.Delivery.Refused;
import uk.nhs.access.support.FreePort;

@QuarkusTest
@TestProfile(SmtpMailTest.WithMailServer.class)
class SmtpMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static SmtpDouble server;

    @Inject
    @Named("smtp")
    MailGateway mails;

    private final UUID reference = UUID.randomUUID();
    private final String address = "ann." + reference + "@example.org";
    private final HeardLog log = HeardLog.start();

    /** The service with a mail server that the test can make fail. */
    public static class WithMailServer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", String.valueOf(FreePort.next()),
                    "quarkus.mailer.from", "NHS account <no-reply@nhs.test>",
                    "quarkus.mailer.start-tls", "DISABLED",
                    "quarkus.mailer.own-host-name", "localhost",
                    "notice.mail-timeout", "5s");
        }
    }

    @BeforeAll
    static void start() {
        server = SmtpDouble.start(ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothing_of_the_message_is_logged_and_all_is_well_again() {
        server.pass();
        assertThat(log.stop()).doesNotContain(address, "271828");
    }

    @Test
    void an_accepted_mail_says_what_was_written_under_its_own_id() {
        Delivery delivery = send(address);

        SentMail sent = server.awaitMail(address, PATIENCE);
        assertThat(delivery).isEqualTo(new Accepted("<" + reference + "@nhs.test>"));
        assertThat(sent.messageId()).isEqualTo("<" + reference + "@nhs.test>");
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
            assertThat(send("greenmail@example.org")).isInstanceOf(Accepted.class);
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
        } finally {
            greenMail.stop();
            server.up();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RECIPIENT_UNKNOWN", "RECIPIENT_BARE"})
    void an_address_that_the_server_does_not_know_is_refused(SmtpFault fault) {
        assertThat(sendInto(fault)).isEqualTo(new Refused("The mail server refused the address: 550"));
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "MAIL", "RECIPIENT_LATER", "RECIPIENT_RELAY", "DATA"})
    void any_other_reply_is_tried_again(SmtpFault fault) {
        String code = fault.reply("").substring(0, 3);

        assertThat(sendInto(fault)).isEqualTo(new Later("The mail server did not take the message: " + code));
        assertThat(send(address)).isInstanceOf(Accepted.class);
        assertThat(server.mails(address)).hasSize(1);
    }

    @Test
    void a_mail_sent_again_after_a_lost_reply_keeps_its_id() {
        server.dropAfterData(1);

        assertThat(send(address)).isInstanceOf(Later.class);
        assertThat(send(address)).isInstanceOf(Accepted.class);
        assertThat(server.mails(address))
                .extracting(SentMail::messageId)
                .hasSize(2)
                .containsOnly("<" + reference + "@nhs.test>");
    }

    @Test
    void a_slow_server_is_not_waited_for() {
        server.slow(PATIENCE);
        long start = System.nanoTime();

        assertThat(send(address)).isInstanceOf(Later.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    /** The double greets in the moment in which it is connected to. */
    @Test
    void a_greeting_is_heard_however_soon_it_comes() {
        for (int round = 0; round < 25; round++) {
            assertThat(sendAtOnce(20)).hasOnlyElementsOfType(Accepted.class);
        }
    }

    @Test
    void servers_that_fell_silent_do_not_use_up_the_connections() {
        server.fallSilent(12);

        for (int round = 0; round < 5 && server.faultsLeft() > 0; round++) {
            assertThat(sendAtOnce(server.faultsLeft())).hasOnlyElementsOfType(Later.class);
        }

        assertThat(server.faultsLeft()).isZero();
        assertThat(send(address)).isInstanceOf(Accepted.class);
    }

    private Delivery sendInto(SmtpFault fault) {
        server.strike(1, fault);
        return send(address);
    }

    /** Some may fail before they meet the silence. */
    private List<Delivery> sendAtOnce(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(address), work -> new Thread(work).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void a_server_that_is_down_is_tried_until_it_is_back() {
        send(address);
        server.down();
        assertThat(send(address)).isInstanceOf(Later.class);
        assertThat(send(address)).isInstanceOf(Later.class);

        server.up();
        assertThat(send(address)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "ann@", "@example.org", "a b@example.org", "a@b.org\r\nRCPT TO:<c@d.org>"})
    void an_address_that_is_none_is_refused_without_asking(String none) {
        assertThat(send(none)).isEqualTo(new Refused("The address is not one that e-mails can be sent to"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: eve@example.org", "Hi\nBcc: eve@example.org", "Hi\rBcc: eve@example.org"})
    void a_subject_cannot_add_a_header(String subject) {
        assertThat(mails.send(new OutgoingMail(reference, address, subject, "text", "<p>text</p>", false)))
                .isNotInstanceOf(Accepted.class);
        assertThat(server.mails()).noneMatch(sent -> sent.raw().contains("eve@example.org"));
    }

    @Test
    void a_message_on_its_way_does_not_show_itself() {
        assertThat(mail(address).toString()).isEqualTo("OutgoingMail[reference=" + reference + "]");
    }

    private Delivery send(String to) {
        return mails.send(mail(to));
    }

    private OutgoingMail mail(String to) {
        return new OutgoingMail(reference, to, "Eich cyfrif – newid", "Hello\n.Dŵr 271828", "<p>Dŵr 271828</p>", false);
    }
}

package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mail to an address of its own by way of the double of a mail server, and a log that must say nothing of it. */
final class MailToDouble {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    final UUID reference = UUID.randomUUID();
    final String address = "ann." + reference + "@example.org";
    private final HeardLog log = HeardLog.start();
    private final MailGateway mails;

    MailToDouble(MailGateway mails) {
        this.mails = mails;
    }

    /** The double, where the service looks for its mail server. */
    static SmtpDouble server() {
        return SmtpDouble.start(ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class));
    }

    Delivery send() {
        return sendTo(address);
    }

    Delivery sendTo(String anybody) {
        return mails.send(to(anybody));
    }

    List<Delivery> sendAtOnce(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::send, work -> new Thread(work).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    OutgoingMail to(String anybody) {
        return new OutgoingMail(
                reference, anybody, "Eich cyfrif – newid", "Hello\n.Dŵr 271828", "<p>Dŵr 271828</p>", false);
    }

    String id() {
        return "<" + reference + "@nhs.test>";
    }

    void assertUnsaid() {
        assertThat(log.stop()).doesNotContain(address, "271828");
    }
}

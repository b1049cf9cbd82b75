package uk.nhs.access.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.nhs.access.notice.Delivery.Accepted;
import uk.nhs.access.notice.Delivery.Later;
import uk.nhs.access.notice.Delivery.Refused;
import uk.nhs.access.trace.Trace;

/**
 * E-mails carried by a mail server.
 *
 * <p>SMTP cannot be asked what it has taken. An e-mail that is sent again keeps its {@code Message-ID}, so that servers
 * and readers on the way can tell that it is the same one.
 */
@Singleton
@Named("smtp")
class SmtpMail implements MailGateway {

    private final ReactiveMailer mailer;
    private final NoticeSettings settings;
    private final String domain;

    /** Connects and listens on one event loop: on two, a greeting that comes at once is heard by nobody. */
    private final Context context;

    SmtpMail(
            ReactiveMailer mailer,
            Vertx vertx,
            NoticeSettings settings,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.mailer = mailer;
        this.settings = settings;
        this.context = vertx.getOrCreateContext();
        String address = from.map(text -> new EmailAddress(text).getEmail())
                .orElseThrow(() ->
                        new IllegalStateException("QUARKUS_MAILER_FROM must be the address that e-mails come from"));
        this.domain = address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public Delivery send(OutgoingMail mail) {
        if (!isBareAddress(mail.address())) {
            return new Refused("The address is not one that e-mails can be sent to");
        }
        String messageId = messageId(mail.reference());
        try {
            Trace.ask(
                    "mail server",
                    () -> mailer.send(message(mail, messageId))
                            .runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()))
                            .await()
                            .atMost(settings.mailTimeout()));
            return new Accepted(messageId);
        } catch (TimeoutException silent) {
            return new Later("The mail server did not answer in time");
        } catch (CompletionException failed) {
            return explain(failed.getCause());
        } catch (RuntimeException failed) {
            return explain(failed);
        }
    }

    private static Delivery explain(Throwable failure) {
        return failure instanceof SMTPException reply
                ? SmtpReply.delivery(reply)
                : new Later("The mail server did not take the message: "
                        + failure.getClass().getSimpleName());
    }

    private static Mail message(OutgoingMail mail, String messageId) {
        return Mail.withText(mail.address(), mail.subject(), mail.text())
                .setHtml(mail.html())
                .addHeader("Message-ID", messageId)
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String messageId(UUID reference) {
        return "<" + reference + "@" + domain + ">";
    }

    /** A recipient's name would be room for more commands. */
    private static boolean isBareAddress(String text) {
        try {
            return new EmailAddress(text).getEmail().equals(text) && text.matches("[^\\s@<>]+@[^\\s@<>]+");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

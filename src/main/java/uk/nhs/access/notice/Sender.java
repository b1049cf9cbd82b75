package uk.nhs.access.notice;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.util.Objects;

/** Hands one message to the gateway of its channel. No transaction is open meanwhile. */
@Startup // a gateway that is set up wrongly stops the start
@ApplicationScoped
class Sender {

    private final Contents contents;
    private final TextGateway texts;
    private final MailGateway mails;

    Sender(
            Contents contents,
            NoticeSettings settings,
            @Any Instance<TextGateway> textGateways,
            @Any Instance<MailGateway> mailGateways) {
        this.contents = contents;
        this.texts = textGateways.select(NamedLiteral.of(settings.text())).get();
        this.mails = mailGateways.select(NamedLiteral.of(settings.email())).get();
    }

    Delivery send(Message message) {
        Content content = contents.open(message.id(), message.content());
        boolean maybeSentBefore = message.tries() > 1;
        return switch (message.channel()) {
            case TEXT ->
                texts.send(new OutgoingText(message.id(), content.recipient(), content.text(), maybeSentBefore));
            case EMAIL ->
                mails.send(new OutgoingMail(
                        message.id(),
                        content.recipient(),
                        Objects.requireNonNull(content.subject()),
                        content.text(),
                        Objects.requireNonNull(content.html()),
                        maybeSentBefore));
        };
    }
}

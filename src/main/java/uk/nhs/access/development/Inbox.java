package uk.nhs.access.development;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.notice.Delivery;
import uk.nhs.access.notice.MailGateway;
import uk.nhs.access.notice.OutgoingMail;
import uk.nhs.access.notice.OutgoingText;
import uk.nhs.access.notice.TextGateway;

/** Takes messages instead of sending them, so that anybody can read them. */
@Singleton
@Named("inbox")
class Inbox implements TextGateway, MailGateway {

    private final InboxTable messages;

    Inbox(InboxTable messages) {
        this.messages = messages;
    }

    @Override
    public Delivery send(OutgoingText text) {
        messages.add(text.reference(), Channel.TEXT, text.number(), text.text());
        return new Delivery.Accepted(text.reference().toString());
    }

    @Override
    public Delivery send(OutgoingMail mail) {
        messages.add(mail.reference(), Channel.EMAIL, mail.address(), mail.text(), mail.subject(), mail.html());
        return new Delivery.Accepted(mail.reference().toString());
    }
}

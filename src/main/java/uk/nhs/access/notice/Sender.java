package uk.nhs.access.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import uk.nhs.access.channel.Channel;

/**
 * Hands one message to the gateway of its channel. No transaction is open meanwhile. It measures how long each handing-over
 * took and what came of it, as {@code access_deliveries_seconds}.
 */
@Startup // a gateway that is set up wrongly stops the start
@ApplicationScoped
class Sender {

    private final Contents contents;
    private final TextGateway texts;
    private final MailGateway mails;
    private final MeterRegistry metrics;

    Sender(
            Contents contents,
            NoticeSettings settings,
            @Any Instance<TextGateway> textGateways,
            @Any Instance<MailGateway> mailGateways,
            MeterRegistry metrics) {
        this.contents = contents;
        this.texts = textGateways.select(NamedLiteral.of(settings.text())).get();
        this.mails = mailGateways.select(NamedLiteral.of(settings.email())).get();
        this.metrics = metrics;
        for (Channel channel : Channel.values()) {
            Stream.of(Delivery.class.getPermittedSubclasses()).forEach(outcome -> timer(channel, outcome));
        }
    }

    Delivery send(Message message) {
        Timer.Sample begun = Timer.start(metrics);
        Delivery delivery = handOver(message);
        begun.stop(timer(message.channel(), delivery.getClass()));
        return delivery;
    }

    private Timer timer(Channel channel, Class<?> outcome) {
        return metrics.timer(
                "access.deliveries",
                Tags.of(
                        "channel",
                        channel.name(),
                        "outcome",
                        outcome.getSimpleName().toUpperCase(Locale.ROOT)));
    }

    private Delivery handOver(Message message) {
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

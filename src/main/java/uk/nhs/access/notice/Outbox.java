package uk.nhs.access.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.language.Language;
import uk.nhs.access.time.OrderedIds;
import uk.nhs.access.trace.Trace;

/** Where notices wait until they are sent. What is queued commits, or vanishes, with the facts that it tells of. */
@ApplicationScoped
public class Outbox {

    private final Messages messages;
    private final Templates templates;
    private final Contents contents;
    private final NoticeSettings settings;
    private final Event<Queued> queued;

    Outbox(Messages messages, Templates templates, Contents contents, NoticeSettings settings, Event<Queued> queued) {
        this.messages = messages;
        this.templates = templates;
        this.contents = contents;
        this.settings = settings;
        this.queued = queued;
    }

    /** Queues a notice about {@code about}, and says how it stands. */
    public Latest queue(UUID account, UUID about, Notice notice, Language language, Instant now) {
        return queue(account, about, notice, language, now, false);
    }

    /** Queues a notice whose end is announced as {@link Settled}. */
    public void queueAwaited(UUID account, UUID about, Notice notice, Language language, Instant now) {
        queue(account, about, notice, language, now, true);
    }

    /** Takes back what tells of something that is no longer so, and has not left yet. */
    public void withdraw(UUID about, Instant now) {
        messages.withdraw(about, now);
    }

    /** How the awaited messages about something stand. */
    public Progress progress(UUID about) {
        return messages.progress(about);
    }

    /** The message about something that was queued last, and how far it has come, unless it was removed since. */
    public Optional<Latest> latest(UUID about) {
        return messages.latest(about).map(Latest::of);
    }

    /** How long a message is tried before it is given up. */
    public Duration givesUpAfter() {
        return settings.giveUpAfter();
    }

    private Latest queue(UUID account, UUID about, Notice notice, Language language, Instant now, boolean awaited) {
        UUID id = OrderedIds.at(now);
        Sealed content = contents.seal(id, templates.write(notice, language));
        Message message =
                Message.queue(id, account, about, notice, awaited, content, now).within(Trace.current());
        messages.persist(message);
        queued.fire(new Queued(message.channel()));
        return Latest.of(message);
    }

    /** Something waits in the outbox. */
    record Queued(Channel channel) {}

    /** When the latest message about something was queued, and how far it has come. */
    public record Latest(Instant queuedAt, DeliveryStatus delivery) {

        static Latest of(Message message) {
            return new Latest(message.queuedAt(), message.delivery());
        }
    }

    /**
     * How many of the awaited messages about something are still on their way, and how many have left.
     *
     * @param waiting not yet accepted, and not given up
     * @param sent accepted by the mail system or the text gateway
     */
    public record Progress(long waiting, long sent) {}
}

package uk.nhs.access.notice;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.crypto.Sealed;

/** A notice on its way, and afterwards the trace that it left. Its id is the reference it carries at every try. */
@Entity
class Message {

    /** Where a message can be: still to be sent, or at one of its ends. */
    enum State {
        QUEUED,
        SENT,
        EXPIRED,
        DEAD
    }

    @Id
    private UUID id;

    private UUID accountId;

    private UUID aboutId;

    private String kind;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private boolean awaited;

    private boolean urgent;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private @Nullable Sealed content;

    private Instant queuedAt;

    @Embedded
    private Tries tries;

    private @Nullable Instant settledAt;

    private @Nullable String providerId;

    @Enumerated(EnumType.STRING)
    private @Nullable Receipt receipt;

    private @Nullable String traceparent;

    Message() {}

    private Message(UUID id, UUID accountId, UUID aboutId, Notice notice, boolean awaited, Sealed content) {
        this.id = id;
        this.accountId = accountId;
        this.aboutId = aboutId;
        this.kind = notice.getClass().getSimpleName();
        this.channel = notice instanceof Notice.Mail ? Channel.EMAIL : Channel.TEXT;
        this.awaited = awaited;
        this.urgent = notice.isUrgent();
        this.content = content;
        this.state = State.QUEUED;
    }

    static Message queue(
            UUID id, UUID accountId, UUID aboutId, Notice notice, boolean awaited, Sealed content, Instant now) {
        Message message = new Message(id, accountId, aboutId, notice, awaited, content);
        message.queuedAt = now;
        message.tries = Tries.none(now, notice.notAfter().orElse(null));
        return message;
    }

    /** It is sent as part of the trace of what it came of. */
    Message within(Optional<String> trace) {
        traceparent = trace.orElse(null);
        return this;
    }

    /** The gateway took it over. */
    void sent(@Nullable String provider, Instant now) {
        settle(State.SENT, now);
        providerId = provider;
        content = null;
    }

    /** It is given up. What it says is kept sealed, so that somebody can still send it, unless it is soon no use. */
    void die(String why, Instant now) {
        settle(State.DEAD, now);
        tries.giveUp(why);
        if (!tries.areOfUseForEver()) {
            content = null;
        }
    }

    /** It would come too late, and nobody is sending it. */
    boolean isTooLate(Instant now) {
        return state == State.QUEUED && tries.areTooLate(now);
    }

    /** It is not sent any more: it would come too late. */
    void expire(Instant now) {
        settle(State.EXPIRED, now);
        content = null;
    }

    void tryAgain(String why, Instant at) {
        tries.again(why, at);
    }

    /**
     * The gateway says how it went on.
     *
     * @return whether that was news
     */
    boolean receive(String provider, Receipt said) {
        if (!said.isNewsAfter(receipt, provider.equals(providerId))) {
            return false;
        }
        receipt = said;
        return true;
    }

    private void settle(State end, Instant now) {
        if (state != State.QUEUED) {
            throw new IllegalStateException("A message settles once");
        }
        state = end;
        settledAt = now;
    }

    boolean isTriedFor(Duration time, Instant now) {
        return tries.haveLasted(time, now);
    }

    DeliveryStatus delivery() {
        return DeliveryStatus.of(state, receipt);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    UUID aboutId() {
        return aboutId;
    }

    /** The trace that it belongs to, as the header {@code traceparent} says it. */
    @Nullable String traceparent() {
        return traceparent;
    }

    Channel channel() {
        return channel;
    }

    String kind() {
        return kind;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    boolean isAwaited() {
        return awaited;
    }

    int tries() {
        return tries.count();
    }

    State state() {
        return state;
    }

    Sealed content() {
        if (content == null) {
            throw new IllegalStateException("The message was wiped");
        }
        return content;
    }
}

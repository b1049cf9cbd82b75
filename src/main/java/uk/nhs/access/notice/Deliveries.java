package uk.nhs.access.notice;

import static java.util.stream.Collectors.partitioningBy;
import static uk.nhs.access.alarm.Alarm.MESSAGE_DEAD;

import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.alarm.Alarms;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Backoff;
import uk.nhs.access.time.Locked;

/** What is written down before and after a message is handed to a gateway. */
@UseCase
class Deliveries {

    private final Messages messages;
    private final Accounts accounts;
    private final NoticeSettings settings;
    private final Backoff backoff;
    private final Alarms alarms;
    private final Event<Object> news;

    Deliveries(Messages messages, Accounts accounts, NoticeSettings settings, Alarms alarms, Event<Object> news) {
        this.messages = messages;
        this.accounts = accounts;
        this.settings = settings;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost());
        this.alarms = alarms;
        this.news = news;
    }

    /** Takes the messages that are due. */
    Due take(Channel channel, int limit) {
        List<Message> tooLate = messages.awaitedTooLate(channel);
        Map<Boolean, List<Message>> taken = messages.take(channel, limit).stream()
                .collect(partitioningBy(message -> message.state() == Message.State.QUEUED));
        if (!taken.get(false).isEmpty()) {
            news.fire(new Expired(channel, taken.get(false).size()));
        }
        return new Due(tooLate, taken.get(true));
    }

    /** What has piled up. */
    Backlog backlog(Channel channel) {
        return messages.backlog(channel);
    }

    /** The part of what may leave by the channel today that has left. */
    double dayUsed(Channel channel) {
        return messages.dayUsed(channel);
    }

    /** Ends one that would come too late. Whoever was faster leaves nothing to do. */
    void expire(Message late) {
        accounts.lock(late.accountId());
        Locked<Message> locked = messages.lock(late.id()).orElseThrow();
        if (locked.row().isTooLate(locked.now())) {
            locked.row().expire(locked.now());
            news.fire(new Expired(locked.row().channel(), 1));
            announce(locked.row(), locked.now());
        }
    }

    /** Records that messages were accepted which nobody waits for. What has ended otherwise meanwhile stays as it is. */
    void recordSent(Channel channel, List<Tried> accepted) {
        Set<UUID> settled = messages.settle(accepted);
        List<Sent> sent = accepted.stream()
                .filter(tried -> settled.contains(tried.message().id()))
                .map(tried -> new Sent(tried.message().id(), tried.providerId()))
                .toList();
        news.fire(new SentTogether(channel, sent));
    }

    /** Records how a try ended. */
    void record(Message tried, Delivery delivery) {
        if (tried.isAwaited()) {
            accounts.lock(tried.accountId());
        }
        Locked<Message> locked = messages.lock(tried.id()).orElseThrow();
        Message message = locked.row();
        if (isOvertaken(message, tried, delivery)) {
            return;
        }
        if (delivery instanceof Delivery.Accepted accepted) {
            message.sent(accepted.providerId(), locked.now());
            news.fire(new SentTogether(message.channel(), List.of(new Sent(message.id(), accepted.providerId()))));
        } else if (delivery instanceof Delivery.Later later) {
            messages.giveBackToDay(message.channel());
            tryAgainOrDie(message, later, locked.now());
        } else if (delivery instanceof Delivery.Refused refused) {
            messages.giveBackToDay(message.channel());
            die(message, refused.why(), locked.now());
        }
        if (message.isAwaited() && message.state() != Message.State.QUEUED) {
            announce(message, locked.now());
        }
    }

    private void announce(Message awaited, Instant now) {
        news.fire(new Settled(awaited.accountId(), awaited.aboutId(), now));
    }

    /** An acceptance counts whoever else is trying meanwhile; anything else is for the latest try to say. */
    private static boolean isOvertaken(Message message, Message tried, Delivery delivery) {
        return message.state() != Message.State.QUEUED
                || !(delivery instanceof Delivery.Accepted) && message.tries() != tried.tries();
    }

    private void tryAgainOrDie(Message message, Delivery.Later later, Instant now) {
        if (message.isTriedFor(settings.giveUpAfter(), now)) {
            die(message, later.why(), now);
        } else {
            Duration wait = later.pause() == null ? backoff.after(message.tries()) : later.pause();
            message.tryAgain(later.why(), now.plus(wait));
        }
    }

    private void die(Message message, String why, Instant now) {
        message.die(why, now);
        alarms.raise(MESSAGE_DEAD, message.id());
    }
}

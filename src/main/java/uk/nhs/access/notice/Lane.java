package uk.nhs.access.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.trace.Trace;

/**
 * The senders of one channel on one replica: a thread that takes what is due, and as many that send.
 *
 * <p>Each channel has its own, so that a mail system that hangs holds up no text.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final Channel channel;
    private final Deliveries deliveries;
    private final Sender sender;
    private final String step;
    private final Duration poll;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private final Queue<Tried> ended = new ConcurrentLinkedQueue<>();
    private final ReentrantLock recording = new ReentrantLock();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
    private final Thread taker;
    private volatile boolean open = true;

    Lane(Channel channel, Deliveries deliveries, Sender sender, NoticeSettings settings) {
        this.channel = channel;
        this.deliveries = deliveries;
        this.sender = sender;
        this.step = "send " + channel;
        this.poll = settings.poll();
        this.free = new Semaphore(channel == Channel.TEXT ? settings.textSenders() : settings.mailSenders());
        this.taker = thread(this::takeAndSend);
    }

    void start() {
        taker.start();
    }

    /** Something was queued: look now rather than at the next poll. */
    void wake() {
        news.release();
    }

    /** Takes nothing more. */
    void close() {
        open = false;
        wake();
    }

    /** Waits until what is being sent is sent. */
    void awaitEnd() throws InterruptedException {
        taker.join();
        threads.shutdown();
        threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    /** Goes on whatever happens: a lane that ends would hold up its channel until a restart, and nobody would know. */
    private void takeAndSend() {
        while (open) {
            try {
                takeAndSendOnce();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | OutOfMemoryError surprise) {
                LOG.errorf(surprise, "The senders of %s stumbled, and go on", channel);
            }
        }
    }

    private void takeAndSendOnce() throws InterruptedException {
        free.acquire();
        int slots = 1 + free.drainPermits();
        List<Message> due = List.of();
        try {
            due = open ? Trace.apart(() -> take(slots)) : due;
        } finally {
            free.release(slots - due.size());
        }
        due.forEach(this::sendAside);
        if (due.isEmpty() && open) {
            news.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
            news.drainPermits();
        }
    }

    private void sendAside(Message message) {
        try {
            threads.execute(() -> Trace.resume(message.traceparent(), step, () -> send(message)));
        } catch (RuntimeException | OutOfMemoryError noThread) {
            free.release();
            LOG.warnf("Message %s: no thread to send it, it will be sent later: %s", message.id(), noThread);
        }
    }

    private List<Message> take(int limit) {
        try {
            Due due = deliveries.take(channel, limit);
            due.tooLate().forEach(this::expire);
            return due.toSend();
        } catch (RuntimeException away) {
            LOG.warnf("The outbox cannot be read (%s): %s", channel, away);
            return List.of();
        }
    }

    /** One failure holds up nothing else. */
    private void expire(Message late) {
        try {
            deliveries.expire(late);
        } catch (RuntimeException away) {
            LOG.warnf("Message %s: it is too late for it, which could not be recorded: %s", late.id(), away);
        }
    }

    private void send(Message message) {
        ended.add(new Tried(message, trySending(message)));
        recordEnded();
    }

    /**
     * One sender records for all whose tries end meanwhile: the busier, the fewer transactions. The others leave, or those who
     * wait to record would be more and more while the database is slow.
     */
    private void recordEnded() {
        while (!ended.isEmpty() && recording.tryLock()) {
            int recorded = 0;
            try {
                List<Tried> together = new ArrayList<>();
                for (Tried next = ended.poll(); next != null; next = ended.poll()) {
                    together.add(next);
                }
                recorded = together.size();
                record(together);
            } finally {
                recording.unlock();
                free.release(recorded);
            }
        }
    }

    private void record(List<Tried> together) {
        List<Tried> sent = together.stream().filter(Tried::isPlainlySent).toList();
        boolean recorded = sent.size() > 1 && recordSent(sent);
        together.stream().filter(tried -> !recorded || !sent.contains(tried)).forEach(this::record);
    }

    /** Whether it could be done; otherwise each is recorded alone. */
    private boolean recordSent(List<Tried> sent) {
        try {
            deliveries.recordSent(channel, sent);
            return true;
        } catch (RuntimeException away) {
            LOG.warnf("%d messages could not be recorded together (%s): %s", sent.size(), channel, away);
            return false;
        }
    }

    private void record(Tried tried) {
        try {
            deliveries.record(tried.message(), tried.delivery());
        } catch (RuntimeException away) {
            LOG.warnf(
                    "Message %s: its try could not be recorded, it will be sent again: %s",
                    tried.message().id(), away);
        }
    }

    private Delivery trySending(Message message) {
        try {
            return sender.send(message);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "Message %s of kind %s cannot be sent", message.id(), message.kind());
            return new Delivery.Later(broken.getClass().getSimpleName(), null);
        }
    }

    private Thread thread(Runnable work) {
        return new Thread(work, "outbox-" + channel);
    }
}

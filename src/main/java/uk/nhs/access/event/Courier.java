package uk.nhs.access.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import uk.nhs.access.trace.Trace;

/** Pushes what is due to one receiver, by threads of its own: a receiver that hangs holds up no other. */
final class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private static final String STEP = "push event";

    private final Receiver receiver;
    private final Deliveries deliveries;
    private final Push push;
    private final Duration poll;
    private final List<Thread> threads;
    private final CountDownLatch end = new CountDownLatch(1);

    Courier(Receiver receiver, Deliveries deliveries, Push push, EventSettings settings) {
        this.receiver = receiver;
        this.deliveries = deliveries;
        this.push = push;
        this.poll = settings.poll();
        this.threads = IntStream.range(0, settings.senders())
                .mapToObj(i -> new Thread(this::work, "events-" + receiver.name() + "-" + i))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Takes nothing more. */
    void close() {
        end.countDown();
    }

    /** Waits until what is being pushed is pushed. */
    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work() {
        try {
            do {
                while (end.getCount() > 0 && deliverOne()) {
                    // there may be more
                }
            } while (!end.await(poll.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on whatever happens: what was taken and not recorded falls due again. */
    private boolean deliverOne() {
        try {
            Optional<Announcement> due = Trace.apart(() -> deliveries.take(receiver));
            due.ifPresent(event -> Trace.resume(event.traceparent(), STEP, () -> deliver(event)));
            return due.isPresent();
        } catch (RuntimeException | OutOfMemoryError surprise) {
            LOG.warnf("Events for %s wait: %s", receiver.name(), surprise);
            return false;
        }
    }

    private void deliver(Announcement announcement) {
        deliveries.record(announcement, push.send(announcement, receiver));
    }
}

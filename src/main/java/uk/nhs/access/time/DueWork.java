package uk.nhs.access.time;

import static uk.nhs.access.alarm.Alarm.DUE_WORK_FAILED;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import uk.nhs.access.alarm.Alarms;
import uk.nhs.access.trace.Trace;

/**
 * Does what has fallen due, piece by piece. A piece that fails is an alarm, and stops no other.
 *
 * <p>When the service ends, the pieces at hand are ended first; what was not begun stays due.
 */
@Singleton
public class DueWork implements Background {

    private static final Logger LOG = Logger.getLogger(DueWork.class);

    private final Alarms alarms;
    private final ReadWriteLock atHand = new ReentrantReadWriteLock();
    private volatile boolean ending;

    DueWork(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Does each of what is {@code due}, in an order of its own, so that replicas seldom wait for each other. */
    public void each(String what, Supplier<List<UUID>> due, Consumer<UUID> work) {
        List<UUID> pieces = new ArrayList<>();
        carryOut(what, what, () -> pieces.addAll(due.get()));
        Collections.shuffle(pieces);
        pieces.forEach(piece -> Trace.resume(
                null,
                what,
                () -> carryOut(what, piece, () -> {
                    work.accept(piece);
                    return true;
                })));
    }

    /** Does a piece again and again while it says that there is more. */
    public void whileMore(String what, BooleanSupplier work) {
        boolean more;
        do {
            more = carryOut(what, what, work);
        } while (more);
    }

    private boolean carryOut(String what, Object piece, BooleanSupplier work) {
        atHand.readLock().lock();
        try {
            return !ending && work.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Due, but could not be carried out: %s (%s)", what, piece);
            alarms.raise(DUE_WORK_FAILED, piece);
            return false;
        } finally {
            atHand.readLock().unlock();
        }
    }

    @Override
    public void close() {
        ending = true;
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        atHand.writeLock().lockInterruptibly();
        atHand.writeLock().unlock();
    }
}

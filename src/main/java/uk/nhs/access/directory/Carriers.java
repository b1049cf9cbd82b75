package uk.nhs.access.directory;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.time.Background;
import uk.nhs.access.time.DueWork;
import uk.nhs.access.trace.Trace;

/** Those who carry, on one replica: as many as may for each directory, so that one that hangs holds up no other. */
@ApplicationScoped
class Carriers implements Background {

    private static final Logger LOG = Logger.getLogger(Carriers.class);

    private static final String STEP = "carry change";

    private final Directories directories;
    private final Carriages carriages;
    private final Carrier carrier;
    private final CarrySettings settings;
    private final DueWork dueWork;
    private final Map<OdsCode, Semaphore> free = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "directory"));
    private volatile boolean open = true;

    Carriers(Directories directories, Carriages carriages, Carrier carrier, CarrySettings settings, DueWork dueWork) {
        this.directories = directories;
        this.carriages = carriages;
        this.carrier = carrier;
        this.settings = settings;
        this.dueWork = dueWork;
    }

    /**
     * What waits for a directory that was taken out of the settings waits until it is over. That nobody knows what waits, while
     * the database is away, is no alarm: it is looked for each second.
     */
    @Scheduled(every = "${directory.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            List<UUID> over = carriages.over();
            dueWork.each("changes that are over", () -> over, carriages::end);
            carriages.due().stream()
                    .filter(directories.organisations()::contains)
                    .forEach(this::start);
        } catch (RuntimeException away) {
            LOG.warnf("What is to be carried to directories waits: %s", away);
        }
    }

    /** Heard only once what was queued is committed: before, nobody could see it. */
    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) SameSignOn.Queued queued) {
        start(queued.organisation());
    }

    @Override
    public void close() {
        open = false;
        threads.shutdown();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    private void start(OdsCode organisation) {
        Semaphore places = free.computeIfAbsent(organisation, any -> new Semaphore(settings.senders()));
        if (!open || !places.tryAcquire()) {
            return;
        }
        try {
            threads.execute(() -> work(organisation, places));
        } catch (RuntimeException | OutOfMemoryError noThread) {
            places.release();
            LOG.warnf("No thread to carry anything to the directory of %s: %s", organisation, noThread);
        }
    }

    private void work(OdsCode organisation, Semaphore places) {
        try {
            while (open && carryOne(organisation)) {
                // there may be more
            }
        } catch (RuntimeException | OutOfMemoryError surprise) {
            LOG.warnf("What is to be carried to the directory of %s waits: %s", organisation, surprise);
        } finally {
            places.release();
        }
    }

    /** What was taken and not recorded falls due again. */
    private boolean carryOne(OdsCode organisation) {
        Optional<Carriage> due = Trace.apart(() -> carriages.take(organisation));
        due.ifPresent(carriage -> Trace.resume(null, STEP, () -> carriages.record(carriage, carrier.carry(carriage))));
        return due.isPresent();
    }
}

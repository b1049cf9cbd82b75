package uk.nhs.access.directory;

import static uk.nhs.access.alarm.Alarm.DUE_WORK_FAILED;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.alarm.Alarms;
import uk.nhs.access.time.DueWork;

/**
 * Asks each directory, every so often and on one replica, what changed there, and takes it over. It counts {@code
 * access_directory_readings_total}.
 */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
class SyncRound {

    private static final Logger LOG = Logger.getLogger(SyncRound.class);
    private static final String METRIC = "access.directory.readings";
    private static final String READ = "READ";
    private static final String UNREACHABLE = "UNREACHABLE";
    private static final String FAILED = "FAILED";

    private final Directories directories;
    private final SyncService service;
    private final DueWork work;
    private final Alarms alarms;
    private final MeterRegistry metrics;

    SyncRound(Directories directories, SyncService service, DueWork work, Alarms alarms, MeterRegistry metrics) {
        this.directories = directories;
        this.service = service;
        this.work = work;
        this.alarms = alarms;
        this.metrics = metrics;
        for (OdsCode organisation : directories.organisations()) {
            Stream.of(READ, UNREACHABLE, FAILED).forEach(outcome -> counted(organisation, outcome, 0));
        }
    }

    /** In an order of its own, so that replicas seldom come to the same one. */
    @Scheduled(every = "${directory.sync-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sync() {
        List<OdsCode> organisations = new ArrayList<>(directories.organisations());
        Collections.shuffle(organisations);
        organisations.forEach(this::sync);
    }

    /** One directory that is away, or surprises, stops no other. */
    private void sync(OdsCode organisation) {
        try {
            begin(organisation).forEach(reading -> counted(organisation, read(reading), 1));
        } catch (DirectoryUnreachable away) {
            LOG.warnf("The directory of %s could not be asked what changed: %s", organisation, away.getMessage());
            counted(organisation, UNREACHABLE, 1);
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "The directory of %s could not be read", organisation);
            alarms.raise(DUE_WORK_FAILED, name(organisation));
            counted(organisation, FAILED, 1);
        }
    }

    private List<Reading.Begun> begin(OdsCode organisation) {
        List<Reading.Begun> begun = new ArrayList<>();
        once(organisation, () -> service.begin(organisation).ifPresent(begun::add));
        return begun;
    }

    /** What could not be taken over is read again: the cursor stays where it was. */
    private String read(Reading.Begun reading) {
        OdsCode organisation = reading.organisation();
        Changes changes = directories.of(organisation).orElseThrow().changesSince(reading.cursor());
        List<DirectoryEntry> followed = new ArrayList<>();
        for (DirectoryEntry entry : changes.entries()) {
            once(organisation, () -> {
                service.follow(reading, entry);
                followed.add(entry);
            });
        }
        work.each(
                name(organisation),
                () -> service.unsettled(organisation),
                account -> service.settle(organisation, account));
        if (followed.size() < changes.entries().size()) {
            return FAILED;
        }
        once(organisation, () -> service.end(reading, changes.cursor()));
        return READ;
    }

    private void once(OdsCode organisation, Runnable piece) {
        work.whileMore(name(organisation), () -> {
            piece.run();
            return false;
        });
    }

    private static String name(OdsCode organisation) {
        return "directory of " + organisation;
    }

    private void counted(OdsCode organisation, String outcome, int more) {
        metrics.counter(METRIC, "organisation", organisation.value(), "outcome", outcome)
                .increment(more);
    }
}

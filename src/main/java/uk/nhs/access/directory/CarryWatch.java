package uk.nhs.access.directory;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.metric.SeenGauges;

/**
 * Looks every so often at what waits for the directories: {@code access_carried_changes_waiting} and {@code
 * access_carried_changes_oldest_age_seconds}.
 */
@Singleton
class CarryWatch {

    private final Directories directories;
    private final Backlogs backlogs;
    private final SeenGauges<OdsCode, Backlog> gauges;

    CarryWatch(Directories directories, Backlogs backlogs, MeterRegistry metrics) {
        this.directories = directories;
        this.backlogs = backlogs;
        gauges = new SeenGauges<>(
                directories.organisations(), organisation -> Tag.of("organisation", organisation.value()), metrics);
        gauges.measure("access.carried.changes.waiting", Backlog::waiting);
        gauges.measure("access.carried.changes.oldest.age.seconds", Backlog::oldestAge);
    }

    @Scheduled(every = "${directory.watch-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!directories.organisations().isEmpty()) {
            gauges.lookAtAll(backlogs::present);
        }
    }
}

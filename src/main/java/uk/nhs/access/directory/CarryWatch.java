package uk.nhs.access.directory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import uk.nhs.access.account.OdsCode;

/**
 * Looks every so often at what waits for the directories: {@code access_carried_changes_waiting} and {@code
 * access_carried_changes_oldest_age_seconds}. All replicas see the same.
 */
@Singleton
class CarryWatch {

    private final Directories directories;
    private final Backlogs backlogs;
    private volatile Optional<Map<OdsCode, Backlog>> seen = Optional.empty();

    CarryWatch(Directories directories, Backlogs backlogs, MeterRegistry metrics) {
        this.directories = directories;
        this.backlogs = backlogs;
        directories.organisations().forEach(organisation -> {
            measure(metrics, "access.carried.changes.waiting", organisation, Backlog::waiting);
            measure(metrics, "access.carried.changes.oldest.age.seconds", organisation, Backlog::oldestAge);
        });
    }

    private void measure(MeterRegistry metrics, String name, OdsCode organisation, ToDoubleFunction<Backlog> what) {
        Gauge.builder(name, () -> what.applyAsDouble(backlog(organisation)))
                .tag("organisation", organisation.value())
                .register(metrics);
    }

    private Backlog backlog(OdsCode organisation) {
        return seen.map(all -> all.getOrDefault(organisation, Backlog.NONE)).orElse(Backlog.UNKNOWN);
    }

    @Scheduled(every = "${directory.watch-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!directories.organisations().isEmpty()) {
            seen = present();
        }
    }

    /** What was seen last would look as if all was well. The outage itself is others' to tell. */
    private Optional<Map<OdsCode, Backlog>> present() {
        try {
            return Optional.of(backlogs.present());
        } catch (RuntimeException away) {
            return Optional.empty();
        }
    }
}

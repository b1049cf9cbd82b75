package uk.nhs.access.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Raises alarms: one log line at ERROR and one count of {@code access_alarms_total} each. */
@Startup // what is counted begins at 0, so that the first one is seen as an increase
@Singleton
public class Alarms {

    private static final Logger LOG = Logger.getLogger(Alarms.class);

    private final MeterRegistry metrics;

    Alarms(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Alarm alarm : Alarm.values()) {
            metrics.counter("access.alarms", "alarm", alarm.name());
        }
    }

    /** @param what the id of what it is about; never anything personal */
    public void raise(Alarm alarm, Object what) {
        metrics.counter("access.alarms", "alarm", alarm.name()).increment();
        LOG.errorf("ALARM %s: %s", alarm, what);
    }
}

package uk.nhs.access.unlock;

import static uk.nhs.access.alarm.Alarm.DUE_WORK_FAILED;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import uk.nhs.access.alarm.Alarms;

/** Looks, every so often on every replica, for codes that somebody wants. */
@Singleton
class CodeRound {

    private static final Logger LOG = Logger.getLogger(CodeRound.class);

    private final Unlocks unlocks;
    private final UnlockCodes codes;
    private final Alarms alarms;

    CodeRound(Unlocks unlocks, UnlockCodes codes, Alarms alarms) {
        this.unlocks = unlocks;
        this.codes = codes;
        this.alarms = alarms;
    }

    @Scheduled(every = "${unlock.codes-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        unlocks.wantingCode().forEach(this::send);
    }

    /** One failure does not stop the others. */
    private void send(UUID id) {
        try {
            codes.send(id);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Unlock %s waits for a code, which could not be sent", id);
            alarms.raise(DUE_WORK_FAILED, id);
        }
    }
}

package uk.nhs.access.event;

import java.util.List;
import org.jboss.logging.Logger;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;

/** Shows how far the receivers are behind, and sends again what was given up. */
@UseCase
class EventReceiverService {

    private static final Logger LOG = Logger.getLogger(EventReceiverService.class);

    private final Receivers receivers;
    private final Announcements announcements;
    private final Callers callers;
    private final DatabaseClock clock;

    EventReceiverService(Receivers receivers, Announcements announcements, Callers callers, DatabaseClock clock) {
        this.receivers = receivers;
        this.announcements = announcements;
        this.callers = callers;
        this.clock = clock;
    }

    List<ReceiverView> all() {
        return receivers.all().stream()
                .map(receiver -> ReceiverView.from(
                        receiver,
                        announcements.standing(receiver, Announcement.State.QUEUED),
                        announcements.standing(receiver, Announcement.State.DEAD)))
                .toList();
    }

    /** @throws Problem NOT_FOUND if nobody of that name listens */
    Redelivery redeliver(String name) {
        Receiver receiver = receivers.named(name);
        int queued = announcements.queueAgain(receiver, clock.now());
        LOG.infof(
                "%d events for %s are sent again for %s",
                queued, name, callers.subject().name());
        return new Redelivery(queued);
    }
}

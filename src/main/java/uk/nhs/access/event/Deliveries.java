package uk.nhs.access.event;

import static uk.nhs.access.alarm.Alarm.EVENT_DEAD;

import java.time.Instant;
import java.util.Optional;
import uk.nhs.access.alarm.Alarms;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.Backoff;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** What is written down before and after an event is pushed to a receiver. */
@UseCase
class Deliveries {

    private final Announcements announcements;
    private final EventSettings settings;
    private final Backoff backoff;
    private final Alarms alarms;
    private final DatabaseClock clock;

    Deliveries(Announcements announcements, EventSettings settings, Alarms alarms, DatabaseClock clock) {
        this.announcements = announcements;
        this.settings = settings;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost());
        this.alarms = alarms;
        this.clock = clock;
    }

    Optional<Announcement> take(Receiver receiver) {
        return announcements.take(receiver, settings.lease());
    }

    /** What has piled up. */
    Backlog backlog(Receiver receiver) {
        Standing waiting = announcements.standing(receiver, Announcement.State.QUEUED);
        Standing dead = announcements.standing(receiver, Announcement.State.DEAD);
        return new Backlog(waiting.count(), waiting.age(clock.now()), dead.count());
    }

    /** An acceptance counts whoever else is trying meanwhile; anything else is for the latest try to say. */
    void record(Announcement tried, Answer answer) {
        Locked<Announcement> locked = announcements.lock(tried.id());
        Announcement announcement = locked.row();
        boolean accepted = answer instanceof Answer.Accepted;
        if (announcement.isSettled() || !accepted && announcement.tries() != tried.tries()) {
            return;
        }
        if (accepted) {
            announcement.sent(locked.now());
        } else if (answer instanceof Answer.Refused refused) {
            die(announcement, refused.why(), locked.now());
        } else if (answer instanceof Answer.Later later) {
            tryAgainOrDie(announcement, later.why(), locked.now());
        }
    }

    private void tryAgainOrDie(Announcement announcement, String why, Instant now) {
        if (announcement.isQueuedFor(settings.giveUpAfter(), now)) {
            die(announcement, why, now);
        } else {
            Instant next = now.plus(backoff.after(announcement.tries()));
            announcement.tryAgain(why, next);
            announcements.holdBack(announcement, next);
        }
    }

    /** What comes after it is on its way again: one event that is lost must not cost all later ones. */
    private void die(Announcement announcement, String why, Instant now) {
        announcement.die(why, now);
        alarms.raise(EVENT_DEAD, announcement.receiver() + " " + announcement.id());
    }
}

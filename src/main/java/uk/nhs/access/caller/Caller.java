package uk.nhs.access.caller;

import static uk.nhs.access.problem.Cid.STEP_UP_NEEDED;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.account.Subject;
import uk.nhs.access.problem.Problem;

/**
 * The person, or the service, whom a checked token speaks for.
 *
 * @param twoStepsAt when the person last signed in with two steps, or null if the token does not say so
 * @param address the client's network address
 */
public record Caller(Subject subject, @Nullable Instant twoStepsAt, String address) {

    /** Refuses whoever did not sign in with two steps within {@code maxAge} (RFC 9470). */
    void requireTwoSteps(Instant now, Duration maxAge, Duration skew) {
        if (twoStepsAt == null || twoStepsAt.isBefore(now.minus(maxAge)) || twoStepsAt.isAfter(now.plus(skew))) {
            throw new Problem(STEP_UP_NEEDED).with("maxAge", maxAge.toSeconds());
        }
    }

    public Actor asActor() {
        return new Actor(Actor.Kind.PERSON, subject.name(), null, address);
    }

    public Actor asAdministrator(OdsCode organisation) {
        return new Actor(Actor.Kind.ADMINISTRATOR, subject.name(), organisation, address);
    }

    public Actor asService() {
        return new Actor(Actor.Kind.SERVICE, subject.name(), null, address);
    }
}

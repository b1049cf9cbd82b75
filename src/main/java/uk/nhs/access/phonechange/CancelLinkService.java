package uk.nhs.access.phonechange;

import static uk.nhs.access.problem.Cid.CANCEL_LINK_UNKNOWN;

import java.time.Instant;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.problem.Problem;
import uk.nhs.access.problem.UseCase;
import uk.nhs.access.time.DatabaseClock;
import uk.nhs.access.time.Locked;

/** What whoever holds the link that we e-mailed to the owner can do: see what it stops, and stop it. */
@UseCase
class CancelLinkService {

    private final PhoneChanges changes;
    private final Callers callers;
    private final DatabaseClock clock;
    private final PhoneChangeTrail trail;

    CancelLinkService(PhoneChanges changes, Callers callers, DatabaseClock clock, PhoneChangeTrail trail) {
        this.changes = changes;
        this.callers = callers;
        this.clock = clock;
        this.trail = trail;
    }

    CancelPreview lookup(SecretToken token) {
        PhoneChange change = changes.of(token).orElseThrow(() -> new Problem(CANCEL_LINK_UNKNOWN));
        change.progress().requireCancelLinkGood(clock.now());
        return CancelPreview.from(change);
    }

    Cancelled redeem(SecretToken token) {
        Locked<Account> locked = changes.lockAccountOf(token).orElseThrow(() -> new Problem(CANCEL_LINK_UNKNOWN));
        PhoneChange change = changes.of(token).orElseThrow();
        cancel(change, locked.now());
        trail.cancelled(change, locked.row(), actor(), locked.now());
        return Cancelled.from(change);
    }

    private void cancel(PhoneChange change, Instant now) {
        try {
            change.progress().cancelByLink(now);
        } catch (Problem refusal) {
            trail.cancelRefused(change, actor(), refusal, now);
            throw refusal;
        }
    }

    private Actor actor() {
        return Actor.withLink(callers.address());
    }
}

package uk.nhs.access.phonechange;

import static uk.nhs.access.phonechange.PhoneChangeState.APPLIED;
import static uk.nhs.access.phonechange.PhoneChangeState.AWAITING_CODE;
import static uk.nhs.access.phonechange.PhoneChangeState.AWAITING_NOTICE;
import static uk.nhs.access.phonechange.PhoneChangeState.CANCELLED;
import static uk.nhs.access.phonechange.PhoneChangeState.EXPIRED;
import static uk.nhs.access.phonechange.PhoneChangeState.HELD;
import static uk.nhs.access.phonechange.PhoneChangeState.SUPERSEDED;
import static uk.nhs.access.problem.Cid.CANCEL_LINK_EXPIRED;
import static uk.nhs.access.problem.Cid.CANCEL_LINK_USED;
import static uk.nhs.access.problem.Cid.CODE_EXPIRED;
import static uk.nhs.access.problem.Cid.PHONE_CHANGE_ALREADY_CONFIRMED;
import static uk.nhs.access.problem.Cid.PHONE_CHANGE_OVER;
import static uk.nhs.access.problem.Cid.PHONE_CHANGE_SUPERSEDED;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.problem.Cid;
import uk.nhs.access.problem.Problem;

/** How far a phone change has come: its state and the instants that led there. One verb for each edge of the diagram. */
@Embeddable
class Progress {

    @Enumerated(EnumType.STRING)
    private PhoneChangeState state;

    /** When the change goes on by itself: the wait for the code or for a notice ends, or the hold does. */
    private @Nullable Instant dueAt;

    private Instant requestedAt;

    private @Nullable Instant confirmedAt;

    private @Nullable Instant appliesAt;

    private @Nullable Instant endedAt;

    Progress() {}

    static Progress begin(Instant now, Instant codeExpiresAt) {
        Progress begun = new Progress();
        begun.state = AWAITING_CODE;
        begun.requestedAt = now;
        begun.dueAt = codeExpiresAt;
        return begun;
    }

    /** Refuses whatever needs a code that can still be entered. */
    void requireAwaitingCode(Instant now) {
        if (state == SUPERSEDED) {
            throw new Problem(PHONE_CHANGE_SUPERSEDED);
        }
        if (state == AWAITING_CODE && isDue(now) || state == EXPIRED && confirmedAt == null) {
            throw new Problem(CODE_EXPIRED);
        }
        if (state == AWAITING_NOTICE || state == HELD) {
            throw new Problem(PHONE_CHANGE_ALREADY_CONFIRMED);
        }
        if (state != AWAITING_CODE) {
            throw new Problem(PHONE_CHANGE_OVER);
        }
    }

    void confirm(Instant now, Duration noticeWithin) {
        requireAwaitingCode(now);
        state = AWAITING_NOTICE;
        confirmedAt = now;
        dueAt = now.plus(noticeWithin);
    }

    void hold(Instant now, Duration hold) {
        require(state == AWAITING_NOTICE);
        state = HELD;
        appliesAt = now.plus(hold);
        dueAt = appliesAt;
    }

    void apply(Instant now) {
        require(state == HELD && isDue(now));
        end(APPLIED, now);
    }

    void expire(Instant now) {
        require((state == AWAITING_CODE || state == AWAITING_NOTICE) && isDue(now));
        end(EXPIRED, now);
    }

    void supersede(Instant now) {
        require(isWaiting());
        end(SUPERSEDED, now);
    }

    /** Refuses a cancel link that would stop nothing any more (help page «Mobile phone number»). */
    void requireCancelLinkGood(Instant now) {
        if (state == CANCELLED) {
            throw new Problem(CANCEL_LINK_USED);
        }
        requireStoppable(now, CANCEL_LINK_EXPIRED);
    }

    void cancelByLink(Instant now) {
        requireCancelLinkGood(now);
        end(CANCELLED, now);
    }

    void cancel(Instant now) {
        requireStoppable(now, PHONE_CHANGE_OVER);
        end(CANCELLED, now);
    }

    boolean isWaiting() {
        return state == AWAITING_CODE || state == AWAITING_NOTICE || state == HELD;
    }

    boolean isDue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** Up to the end of the hold, and whatever became of the notices before it began. */
    private void requireStoppable(Instant now, Cid otherwise) {
        if (state == SUPERSEDED) {
            throw new Problem(PHONE_CHANGE_SUPERSEDED);
        }
        boolean over = state != AWAITING_NOTICE && isDue(now);
        if (!isWaiting() || over) {
            throw new Problem(otherwise);
        }
    }

    private void end(PhoneChangeState end, Instant now) {
        state = end;
        endedAt = now;
        dueAt = null;
    }

    private void require(boolean edge) {
        if (!edge) {
            throw new IllegalStateException("No such edge from " + state + " at this time");
        }
    }

    PhoneChangeState state() {
        return state;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    Optional<Instant> appliesAt() {
        return Optional.ofNullable(appliesAt);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}

package uk.nhs.access.verification;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import uk.nhs.access.caller.Callers;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.history.HistoryEvent.CodeAccepted;
import uk.nhs.access.history.HistoryEvent.CodeIssued;
import uk.nhs.access.history.HistoryEvent.CodeResent;
import uk.nhs.access.notice.Outbox;

/** What each step leaves behind: a line of history, and the message with the code. */
@Singleton
class VerificationTrail {

    private final History history;
    private final Outbox outbox;
    private final Callers callers;

    VerificationTrail(History history, Outbox outbox, Callers callers) {
        this.history = history;
        this.outbox = outbox;
        this.callers = callers;
    }

    /** Says how the message stands. */
    Outbox.Latest issued(Verification begun, IssuedCode code, Instant now) {
        Destination to = begun.destination();
        record(
                begun,
                new CodeIssued(begun.id(), begun.purpose().name(), to.channel().name(), to.masked()),
                now);
        return send(begun, code, now);
    }

    Outbox.Latest resent(Verification sent, IssuedCode code, Instant now) {
        Destination to = sent.destination();
        record(
                sent,
                new CodeResent(sent.id(), sent.purpose().name(), to.channel().name(), to.masked()),
                now);
        return send(sent, code, now);
    }

    void accepted(Verification verified, Instant now) {
        record(verified, new CodeAccepted(verified.id(), verified.purpose().name()), now);
    }

    /** The message that the code went out in last. */
    Optional<Outbox.Latest> message(Verification sent) {
        return outbox.latest(sent.id());
    }

    private void record(Verification verification, HistoryEvent event, Instant now) {
        history.record(verification.accountId(), callers.current().asService(), event, now);
    }

    private Outbox.Latest send(Verification verification, IssuedCode code, Instant now) {
        Destination to = verification.destination();
        return outbox.queue(
                verification.accountId(),
                verification.id(),
                verification.purpose().notice(to.channel(), to.value(), code),
                callers.language(),
                now);
    }
}

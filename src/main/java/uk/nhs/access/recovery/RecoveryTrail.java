package uk.nhs.access.recovery;

import jakarta.inject.Singleton;
import java.time.Instant;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.channel.Channel;
import uk.nhs.access.code.CodeBinding;
import uk.nhs.access.code.CodePurpose;
import uk.nhs.access.code.IssuedCode;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Outbox;

/** What each step of a recovery leaves behind: a line of history, and the code that is e-mailed. */
@Singleton
class RecoveryTrail {

    private final History history;
    private final Outbox outbox;

    RecoveryTrail(History history, Outbox outbox) {
        this.history = history;
        this.outbox = outbox;
    }

    void opened(Recovery recovery, Actor actor, Instant now) {
        record(recovery, actor, new HistoryEvent.RecoveryOpened(recovery.id()), now);
    }

    void codeSent(Recovery recovery, IssuedCode code, Language language, Instant now) {
        CodeBinding binding = recovery.codeBinding().orElseThrow();
        record(recovery, Actor.SERVICE_ITSELF, new HistoryEvent.RecoveryCodeSent(recovery.id()), now);
        outbox.queue(
                recovery.accountId(),
                recovery.id(),
                CodePurpose.RECOVERY.notice(Channel.EMAIL, binding.destination(), code),
                language,
                now);
    }

    void proved(Recovery recovery, Proof proof, Actor actor, Instant now) {
        record(recovery, actor, new HistoryEvent.RecoveryProved(recovery.id(), proof.name()), now);
    }

    void refused(Recovery recovery, Proof proof, Actor actor, Instant now) {
        record(recovery, actor, new HistoryEvent.RecoveryRefused(recovery.id(), proof.name()), now);
    }

    private void record(Recovery recovery, Actor actor, HistoryEvent event, Instant now) {
        history.record(recovery.accountId(), actor, event, now);
    }
}

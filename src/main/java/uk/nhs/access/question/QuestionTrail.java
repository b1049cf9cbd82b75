package uk.nhs.access.question;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.caller.Actor;
import uk.nhs.access.history.History;
import uk.nhs.access.history.HistoryEvent;
import uk.nhs.access.language.Language;
import uk.nhs.access.notice.Notice.SecurityQuestionsChangedMail;
import uk.nhs.access.notice.Notice.SecurityQuestionsChangedText;
import uk.nhs.access.notice.Outbox;

/** What new questions leave behind: a line of history, and word to everybody who could have been their owner. */
@Singleton
class QuestionTrail {

    private final History history;
    private final Outbox outbox;

    QuestionTrail(History history, Outbox outbox) {
        this.history = history;
        this.outbox = outbox;
    }

    void replaced(Account account, List<HashedAnswer> chosen, Actor actor, Language language, Instant now) {
        List<String> names = chosen.stream().map(each -> each.question().name()).toList();
        history.record(account.id(), actor, new HistoryEvent.SecurityQuestionsSet(names), now);
        UUID about = UUID.randomUUID();
        account.emails()
                .forEach(address -> outbox.queue(
                        account.id(), about, new SecurityQuestionsChangedMail(address, now), language, now));
        account.mobile()
                .ifPresent(mobile ->
                        outbox.queue(account.id(), about, new SecurityQuestionsChangedText(mobile), language, now));
    }
}

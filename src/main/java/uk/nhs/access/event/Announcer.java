package uk.nhs.access.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import uk.nhs.access.account.Account;
import uk.nhs.access.account.Accounts;
import uk.nhs.access.history.Recorded;
import uk.nhs.access.trace.Trace;

/** Makes events of what is recorded in the history. They commit, or vanish, with the facts that they tell of. */
@Singleton
class Announcer {

    private final Receivers receivers;
    private final Accounts accounts;
    private final Announcements announcements;
    private final ObjectMapper json;

    Announcer(Receivers receivers, Accounts accounts, Announcements announcements, ObjectMapper json) {
        this.receivers = receivers;
        this.accounts = accounts;
        this.announcements = announcements;
        this.json = json;
    }

    void recorded(@Observes Recorded fact) {
        if (receivers.all().isEmpty()
                || !AnnouncedFacts.all().contains(fact.event().getClass())) {
            return;
        }
        Account account = accounts.findById(fact.account());
        AnnouncedFacts.event(fact.event(), account).ifPresent(event -> announce(account, event, fact.now()));
    }

    private void announce(Account account, SecurityEvent event, Instant now) {
        UUID transaction = Objects.requireNonNullElseGet(event.about(), UUID::randomUUID);
        receivers.all().stream().filter(receiver -> receiver.wants(event)).forEach(receiver -> {
            UUID id = UUID.randomUUID();
            String claims = claims(id, transaction, account, event, now);
            announcements.persist(Announcement.queue(id, receiver, account.id(), event, claims, now)
                    .within(Trace.current()));
        });
    }

    /** By RFC 8417, with the subject by RFC 9493. What is announced has happened: it does not expire. */
    private String claims(UUID id, UUID transaction, Account account, SecurityEvent event, Instant now) {
        Map<String, Object> claims = Map.of(
                "jti", id,
                "txn", transaction,
                "iat", now.getEpochSecond(),
                "sub_id",
                        Map.of(
                                "format", "iss_sub",
                                "iss", account.subject().issuer(),
                                "sub", account.subject().name()),
                "events", Map.of(event.kind().type(), event.kind().facts()));
        try {
            return json.writeValueAsString(claims);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Plain values are always JSON", impossible);
        }
    }
}

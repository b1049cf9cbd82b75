package uk.nhs.access.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.notice.SentMail;
import uk.nhs.access.notice.SentText;
import uk.nhs.access.support.Person;

/** All that is known when a run is over: what was asked and heard, what is in the database, and what arrived where. */
final class Evidence {

    final List<Call> calls;
    final List<Request> unknown;
    final Database database;
    final List<SentText> texts;
    final List<SentMail> mails;
    final int mailboxesGone;
    final List<JwtClaims> events;
    final List<String> faultsOfEvents;
    final List<String> logs;
    final List<Person> people;
    final Iterable<String> secrets;
    final Map<String, String> receipts;
    final DirectoryDouble directory;
    final List<Person> colleagues;
    final Map<UUID, Set<String>> passwords;
    final Set<String> numbers;
    final Backlog backlog;

    /** What left besides texts, e-mails and what clients were answered, by what it is called. */
    final Map<String, String> said;

    private final Map<List<String>, Long> history = new HashMap<>();
    private final Map<List<String>, Long> historyOfAccounts = new HashMap<>();

    Evidence(Stage stage, Population population, Receipts receipts, Backlog backlog) {
        calls = stage.recorder.calls();
        unknown = List.copyOf(stage.recorder.unknown());
        database = stage.database;
        texts = stage.texts.texts();
        mails = stage.mails.mails();
        mailboxesGone = stage.mails.recipientsRefusedForGood();
        events = List.copyOf(stage.receiver.taken());
        faultsOfEvents = List.copyOf(stage.receiver.faults());
        logs = stage.replicas.logs();
        people = population.all();
        secrets = stage.recorder.secrets();
        this.receipts = Map.copyOf(receipts.firstFinal());
        directory = stage.directory;
        colleagues = population.colleagues();
        passwords = stage.recorder.passwords();
        numbers = population.numbers();
        this.backlog = backlog;
        said = Map.of(
                "a log", String.join("\n", logs),
                "a metric", String.join("\n", stage.replicas.metrics()),
                "an event", events.stream().map(JwtClaims::toJson).collect(Collectors.joining("\n")),
                "a header to the text gateway", stage.texts.headers().toString(),
                "a header to the receiver", stage.receiver.headers().toString(),
                "a refusal", refusals());
        database.rows("""
                select event, coalesce(facts->>'change', facts->>'code', facts->>'recovery', account_id::text) about,
                    account_id, count(*)
                from history_entry group by 1, 2, 3
                """).forEach(row -> {
            history.merge(row.subList(0, 2), Long.parseLong(row.get(3)), Long::sum);
            historyOfAccounts.merge(List.of(row.get(0), row.get(2)), Long.parseLong(row.get(3)), Long::sum);
        });
    }

    private String refusals() {
        return calls.stream()
                .filter(call -> call.outcome() != Call.Outcome.OK)
                .map(Call::body)
                .collect(Collectors.joining("\n"));
    }

    /** How many lines of history there are of an event about something. */
    long history(String event, String about) {
        return history.getOrDefault(List.of(event, about), 0L);
    }

    /** How many there are of each event and account. */
    Map<List<String>, Long> historyOfAccounts() {
        return historyOfAccounts;
    }

    /** The texts by the reference that they came with. */
    Map<String, List<SentText>> textsByReference() {
        return texts.stream().collect(Collectors.groupingBy(SentText::reference));
    }

    /** The e-mails by the reference that their {@code Message-ID} begins with. */
    Map<String, List<SentMail>> mailsByReference() {
        return mails.stream().collect(Collectors.groupingBy(Evidence::reference));
    }

    static String reference(SentMail mail) {
        return mail.messageId().replaceAll("^<|@.*$", "");
    }
}

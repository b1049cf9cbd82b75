package uk.nhs.access.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import uk.nhs.access.notice.SentText;

/** Texts, e-mails and events: none is lost, none comes from nowhere, and what comes twice is the same. */
final class PromisesOfMessages {

    private static final String MESSAGES = "select id, state from message";
    private static final String EVENTS = "select id, state from announcement order by position";

    private final Evidence evidence;

    PromisesOfMessages(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> check() {
        return List.of(everybodyIsTold(), nothingIsLeft(), noReceiptGoesBack());
    }

    private Finding everybodyIsTold() {
        Owed owed = new Owed(evidence);
        List<String> breaches = new ArrayList<>(owed.breaches());
        breaches.addAll(lost());
        Map<String, String> rows = states(MESSAGES);
        unexpected("message", rows, arrived(), breaches);
        evidence.textsByReference()
                .forEach((reference, same) ->
                        sameTwice(reference, same.stream().map(text -> text.number() + text.text()), breaches));
        evidence.mailsByReference()
                .forEach((reference, same) ->
                        sameTwice(reference, same.stream().map(mail -> mail.to() + mail.text()), breaches));
        breaches.addAll(events());
        return Finding.of(
                "I3",
                "each notice and event that is due arrives, nothing arrives that was not queued, and what arrives twice has the same"
                        + " reference and the same words",
                owed.counted() + rows.size(),
                breaches);
    }

    private List<String> events() {
        List<String> breaches = new ArrayList<>(evidence.faultsOfEvents);
        Map<String, List<String>> first = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (JwtClaims claims : evidence.events) {
            String id = String.valueOf(claims.getClaimValue("jti"));
            if (seen.add(id)) {
                first.computeIfAbsent(String.valueOf(claims.getClaimValue("sub_id")), none -> new ArrayList<>())
                        .add(id);
            }
        }
        Map<String, String> rows = states(EVENTS);
        unexpected("event", rows, seen, breaches);
        List<String> order = List.copyOf(rows.keySet());
        Map<String, Integer> place = new HashMap<>();
        order.forEach(id -> place.put(id, place.size()));
        first.forEach((subject, ids) -> {
            List<Integer> places =
                    ids.stream().map(id -> place.getOrDefault(id, -1)).toList();
            if (!places.equals(places.stream().sorted().toList())) {
                breaches.add("the events of " + subject + " came in another order");
            }
        });
        return breaches;
    }

    private Finding nothingIsLeft() {
        List<String> breaches = new ArrayList<>(evidence.backlog.left());
        evidence
                .database
                .rows(
                        "select id from message where state = 'DEAD' union all select id from announcement where state = 'DEAD'")
                .stream()
                .filter(row -> evidence.logs.stream().noneMatch(log -> alarms(log, row.get(0))))
                .forEach(row -> breaches.add("message " + row.get(0) + " was given up, and no alarm was raised"));
        long counted = evidence.database.count("select (select count(*) from message)"
                + " + (select count(*) from announcement) + (select count(*) from phone_change)");
        return Finding.of(
                "I9",
                "soon after all is well nothing waits that is not given up with an alarm, and no change is held any more",
                counted,
                breaches);
    }

    private Finding noReceiptGoesBack() {
        List<String> breaches = new ArrayList<>();
        Map<String, List<SentText>> texts = evidence.textsByReference();
        long counted = 0;
        for (List<String> row : evidence.database.rows(
                "select provider_id, coalesce(receipt, ''), id from message where channel = 'TEXT' and state = 'SENT'")) {
            String said = evidence.receipts.get(row.get(0));
            if (said != null && texts.get(row.get(2)).size() == 1) {
                counted++;
                String expected = said.equals("delivered") ? "DELIVERED" : "UNDELIVERED";
                if (!row.get(1).equals(expected)) {
                    breaches.add("text %s: first reported %s, now %s".formatted(row.get(2), said, row.get(1)));
                }
            }
        }
        return Finding.of("I16", "no receipt takes back what an earlier one said for good", counted, breaches);
    }

    private static boolean alarms(String log, String id) {
        return log.lines().anyMatch(line -> line.contains("ALARM") && line.contains(id));
    }

    private Map<String, String> states(String sql) {
        Map<String, String> states = new LinkedHashMap<>();
        evidence.database.rows(sql).forEach(row -> states.put(row.get(0), row.get(1)));
        return states;
    }

    /** What is noted as sent, and never arrived. */
    List<String> lost() {
        Set<String> taken = evidence.events.stream()
                .map(claims -> String.valueOf(claims.getClaimValue("jti")))
                .collect(Collectors.toSet());
        Set<String> arrived = arrived();
        return Stream.concat(
                        sent(MESSAGES).filter(id -> !arrived.contains(id)).map("message "::concat),
                        sent(EVENTS).filter(id -> !taken.contains(id)).map("event "::concat))
                .map(what -> what + " is lost: it is noted as sent, and never arrived")
                .toList();
    }

    private Stream<String> sent(String sql) {
        return states(sql).entrySet().stream()
                .filter(row -> row.getValue().equals("SENT"))
                .map(Map.Entry::getKey);
    }

    private Set<String> arrived() {
        Set<String> arrived = new HashSet<>(evidence.textsByReference().keySet());
        arrived.addAll(evidence.mailsByReference().keySet());
        return arrived;
    }

    private static void unexpected(String what, Map<String, String> rows, Set<String> arrived, List<String> breaches) {
        arrived.stream()
                .filter(id -> !rows.containsKey(id))
                .forEach(id -> breaches.add(what + " " + id + " arrived, and was never queued"));
    }

    private static void sameTwice(String reference, Stream<String> contents, List<String> breaches) {
        if (contents.distinct().count() > 1) {
            breaches.add("message " + reference + " came twice with other words");
        }
    }
}

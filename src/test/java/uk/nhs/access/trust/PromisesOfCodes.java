package uk.nhs.access.trust;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Codes: how often they are guessed at, what they open, and how often they are sent. */
final class PromisesOfCodes {

    private static final int TRIES = 5;
    private static final int WRONG_IN_ROW = 10;
    private static final int IN_TEN_MINUTES = 5;
    private static final int IN_AN_HOUR = 10;
    private static final int IN_A_DAY = 20;

    private final Evidence evidence;

    PromisesOfCodes(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> check() {
        return List.of(fewGuesses(), fewInARow(), fewSendings());
    }

    private Finding fewGuesses() {
        List<String> breaches = new ArrayList<>(evidence.database.rows("""
                        select facts->>'code', count(*), count(*) filter (where event = 'CodeAccepted') from history_entry
                        where event in ('CodeAccepted', 'CodeRefused') group by 1
                        """).stream()
                .filter(row -> Integer.parseInt(row.get(1)) > TRIES || Integer.parseInt(row.get(2)) > 1)
                .map(row -> "code %s: %s evaluated, %s accepted, by its history"
                        .formatted(row.get(0), row.get(1), row.get(2)))
                .toList());
        Map<String, List<Call>> evaluated = evaluated();
        evaluated.forEach((code, guesses) -> {
            long right = effects(guesses.stream().filter(Call::isOk).toList());
            if (effects(guesses) > TRIES || right > 1) {
                breaches.add("code of %s: %d evaluated, %d accepted, by what clients heard"
                        .formatted(code, effects(guesses), right));
            }
        });
        breaches.addAll(opensSomethingElse());
        return Finding.of(
                "I6",
                "of each code 5 guesses are evaluated at the most, and 1 succeeds, in time and for its purpose",
                evaluated.values().stream().mapToLong(List::size).sum(),
                breaches);
    }

    private List<String> opensSomethingElse() {
        List<String> breaches = new ArrayList<>(lines("""
                select 'code ' || (i.facts->>'code') || ' for ' || (i.facts->>'purpose') || ' was good for ' || (a.facts->>'purpose')
                from history_entry i join history_entry a on i.facts->>'code' = a.facts->>'code'
                where i.event = 'CodeIssued' and a.event = 'CodeAccepted' and i.facts->>'purpose' <> a.facts->>'purpose'
                """));
        breaches.addAll(lines("""
                select 'code ' || v.id || ' was used late' from verification_code v where v.used_at >= v.expires_at and (
                    exists (select from history_entry h where h.event = 'CodeAccepted' and h.facts->>'code' = v.id::text)
                    or exists (select from phone_change p join history_entry h on h.facts->>'change' = p.id::text
                        where p.code_id = v.id and h.event = 'PhoneChangeConfirmed')
                    or exists (select from recovery r join history_entry h on h.facts->>'recovery' = r.id::text
                        where r.code_id = v.id and h.event = 'RecoveryProved' and h.facts->>'proof' = 'EMAIL_CODE'))
                """));
        return breaches;
    }

    private Finding fewInARow() {
        Map<List<String>, Integer> inARow = new HashMap<>();
        Set<List<String>> blocked = new HashSet<>();
        List<String> breaches = new ArrayList<>();
        evidence.database.rows("""
                select account_id, case event when 'PhoneChangeConfirmed' then 'PHONE_CHANGE' when 'RecoveryProved'
                    then 'RECOVERY' else facts->>'purpose' end, event
                from history_entry where event in ('CodeRefused', 'CodeAccepted', 'PhoneChangeConfirmed', 'RecoveryProved')
                order by happened_at, id
                """).forEach(row -> {
            int wrong = row.get(2).equals("CodeRefused") ? inARow.getOrDefault(row.subList(0, 2), 0) + 1 : 0;
            inARow.put(row.subList(0, 2), wrong);
            blocked.addAll(wrong == WRONG_IN_ROW ? Set.of(row.subList(0, 2)) : Set.of());
            if (wrong > WRONG_IN_ROW) {
                breaches.add("%s: %d wrong codes in a row".formatted(row.subList(0, 2), wrong));
            }
        });
        return Finding.of(
                "I7",
                "of the codes of one account and purpose 10 wrong ones in a row are evaluated at the most, however often"
                        + " they are sent again, and somebody came to them",
                blocked.size(),
                breaches);
    }

    private Finding fewSendings() {
        Set<String> codes =
                evidence
                        .database
                        .rows("select id from message where kind like '%CodeText' or kind like '%CodeMail'")
                        .stream()
                        .map(row -> row.get(0))
                        .collect(toSet());
        Map<String, List<Long>> byNumber = evidence.texts.stream()
                .filter(text -> codes.contains(text.reference()))
                .collect(groupingBy(text -> text.reference()))
                .values()
                .stream()
                .map(same -> same.get(0))
                .collect(groupingBy(
                        text -> "number " + text.number(),
                        mapping(text -> text.acceptedAt().toEpochMilli(), toList())));
        Map<String, List<Long>> byAccount = evidence.database.rows("""
                        select account_id, to_char(queued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from message
                        where kind like '%CodeText' or kind like '%CodeMail'
                        """).stream()
                .collect(groupingBy(
                        row -> "account " + row.get(0),
                        mapping(
                                row -> OffsetDateTime.parse(row.get(1))
                                        .toInstant()
                                        .toEpochMilli(),
                                toList())));
        List<String> breaches = new ArrayList<>(tooMany(byAccount));
        breaches.addAll(tooMany(byNumber));
        return Finding.of(
                "I8",
                "in no 10 minutes, hour or day more codes are sent to a number or for an account than the limits say,"
                        + " and both came to them",
                Stream.of(byAccount, byNumber)
                        .filter(PromisesOfCodes::isReached)
                        .count(),
                breaches);
    }

    private static List<String> tooMany(Map<String, List<Long>> sendings) {
        return sendings.entrySet().stream()
                .filter(sent -> isDenser(sent.getValue(), IN_TEN_MINUTES, Duration.ofMinutes(10))
                        || isDenser(sent.getValue(), IN_AN_HOUR, Duration.ofHours(1))
                        || isDenser(sent.getValue(), IN_A_DAY, Duration.ofDays(1)))
                .map(sent -> "%s was sent %d codes"
                        .formatted(sent.getKey(), sent.getValue().size()))
                .toList();
    }

    /** What nobody comes near proves nothing. */
    private static boolean isReached(Map<String, List<Long>> sendings) {
        return sendings.values().stream().anyMatch(sent -> sent.size() >= IN_TEN_MINUTES);
    }

    private static boolean isDenser(List<Long> millis, int most, Duration window) {
        List<Long> sorted = millis.stream().sorted().toList();
        for (int i = most; i < sorted.size(); i++) {
            if (sorted.get(i) - sorted.get(i - most) < window.toMillis()) {
                return true;
            }
        }
        return false;
    }

    /** The guesses that somebody looked at, by what they were about. */
    private Map<String, List<Call>> evaluated() {
        return evidence.calls.stream()
                .filter(call -> call.request().command() == Command.CODE_CHECK
                        || call.request().command() == Command.CHANGE_CONFIRM
                        || call.request().command() == Command.RECOVERY_CHECK)
                .filter(call -> call.isOk() || call.isWrongCode())
                .collect(groupingBy(Call::about));
    }

    private static long effects(List<Call> calls) {
        return calls.stream().map(Call::effect).distinct().count();
    }

    private List<String> lines(String sql) {
        return evidence.database.rows(sql).stream().map(row -> row.get(0)).toList();
    }
}

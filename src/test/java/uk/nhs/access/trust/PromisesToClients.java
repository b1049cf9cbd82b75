package uk.nhs.access.trust;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What clients were told, held against what happened. */
final class PromisesToClients {

    private static final int OUTAGE = 503;

    private final Evidence evidence;
    private final KnownPasswords known;
    private final Map<String, String> accounts = new HashMap<>();

    PromisesToClients(Evidence evidence, KnownPasswords known) {
        this.evidence = evidence;
        this.known = known;
        evidence.database
                .rows("select subject, id from account where subject like 'new-%'")
                .forEach(row -> accounts.put(row.get(0), row.get(1)));
    }

    List<Finding> check() {
        return List.of(nothingAcknowledgedIsLost(), nothingIsUnasked(), oneKeyOneAnswer(), everyDoubtIsSettled());
    }

    private Finding nothingAcknowledgedIsLost() {
        Map<List<String>, Set<String>> promised = effects(Call::isOk, call -> event(call), Call::about);
        promised.putAll(effects(PromisesToClients::isRefusedCode, call -> Stream.of("CodeRefused"), Call::about));
        List<String> breaches = new ArrayList<>(known.breaches());
        promised.forEach((what, effects) -> {
            long kept = evidence.history(what.get(0), what.get(1));
            if (kept < effects.size()) {
                breaches.add(
                        "%s of %s: %d acknowledged, %d kept".formatted(what.get(0), what.get(1), effects.size(), kept));
            }
        });
        long counted = promised.values().stream().mapToLong(Set::size).sum() + known.changed();
        return Finding.of("I1", "no acknowledged change is lost, nor any password that was chosen", counted, breaches);
    }

    private Finding nothingIsUnasked() {
        Map<List<String>, Set<String>> asked = effects(call -> true, this::event, this::account);
        List<String> breaches = new ArrayList<>();
        long counted = 0;
        for (Map.Entry<List<String>, Long> line : evidence.historyOfAccounts().entrySet()) {
            if (Command.isAskedFor(line.getKey().get(0))) {
                counted += line.getValue();
                int most = asked.getOrDefault(line.getKey(), Set.of()).size();
                if (line.getValue() > most) {
                    breaches.add("%s: asked for %d times, done %d".formatted(line.getKey(), most, line.getValue()));
                }
            }
        }
        return Finding.of("I2", "nothing happens unasked, nor more often than asked", counted, breaches);
    }

    private Finding oneKeyOneAnswer() {
        List<String> breaches = new ArrayList<>();
        long counted = 0;
        for (List<Call> same : keyed(Call::isLastWord).values()) {
            counted += same.size() > 1 ? 1 : 0;
            Set<String> answers = same.stream()
                    .map(call -> call.status() + " " + new JsonObject(call.body()).getMap())
                    .collect(toSet());
            if (answers.size() > 1) {
                breaches.add("%s: %s".formatted(same.get(0).request().command(), answers));
            }
        }
        return Finding.of("I14", "the same key has one effect and equal answers", counted, breaches);
    }

    private Finding everyDoubtIsSettled() {
        Map<List<String>, Set<String>> doubted = effects(call -> !call.isKnown(), this::event, this::account);
        Map<List<String>, Set<String>> done = effects(Call::isOk, this::event, this::account);
        Map<List<String>, Long> history = evidence.historyOfAccounts();
        List<String> breaches = new ArrayList<>();
        evidence.calls.stream()
                .filter(call -> call.status() >= 500 && call.status() != OUTAGE)
                .forEach(call -> breaches.add("%s was answered with %d, which is no outage that passes"
                        .formatted(call.request().command(), call.status())));
        evidence.unknown.forEach(request -> breaches.add("Nobody knows what became of " + request.command()));
        Set<String> settled = new HashSet<>(keyed(Call::isSettling).keySet());
        doubted.forEach((what, doubts) -> {
            int least = done.getOrDefault(what, Set.of()).size();
            long most = least
                    + doubts.stream().filter(doubt -> !settled.contains(doubt)).count();
            long kept = history.getOrDefault(what, 0L);
            if (kept < least || kept > most) {
                breaches.add(
                        "%s: heard to be done %d times, perhaps %d, and done %d".formatted(what, least, most, kept));
            }
        });
        long counted = doubted.values().stream().mapToLong(Set::size).sum();
        return Finding.of(
                "I15",
                "whatever was answered with 503 or not at all is done, or not done, and nothing is answered with another 5xx",
                counted,
                breaches);
    }

    private Map<String, List<Call>> keyed(Predicate<Call> which) {
        return evidence.calls.stream()
                .filter(call -> call.request().hasKey())
                .filter(which)
                .collect(groupingBy(call -> call.request().key()));
    }

    /** The effects, each once however often it was asked for, by the event that they leave and what it is about. */
    private Map<List<String>, Set<String>> effects(
            Predicate<Call> which, Function<Call, Stream<String>> events, Function<Call, String> about) {
        Map<List<String>, Set<String>> effects = new HashMap<>();
        evidence.calls.stream()
                .filter(which)
                .forEach(call -> events.apply(call)
                        .forEach(event -> effects.computeIfAbsent(
                                        List.of(event, about.apply(call)), none -> new HashSet<>())
                                .add(call.effect())));
        return effects;
    }

    private Stream<String> event(Call call) {
        return call.request().command().event().stream();
    }

    private String account(Call call) {
        return accounts.getOrDefault(call.request().who(), call.request().who());
    }

    private static boolean isRefusedCode(Call call) {
        return call.request().command() == Command.CODE_CHECK && call.isWrongCode();
    }
}

package uk.nhs.access.trust;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run did, and what it found, for people and for machines. */
final class Report {

    private final Plan plan;
    private final Map<String, Map<String, Long>> calls = new TreeMap<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<String, Long> messages = new LinkedHashMap<>();
    private final List<Finding> findings;
    private final int kills;
    private final boolean clockWasOff;
    private final Backlog backlog;

    Report(Plan plan, Evidence evidence, Map<Fault, Integer> struck, Replicas replicas, int kills) {
        this.clockWasOff = ClockShift.isSeenIn(replicas.logs());
        this.kills = kills;
        this.plan = plan;
        this.backlog = evidence.backlog;
        faults.putAll(struck);
        evidence.calls.forEach(this::count);
        evidence.database
                .rows("select channel || ' ' || state, count(*) from message group by 1"
                        + " union all select 'EVENT ' || state, count(*) from announcement group by 1"
                        + " union all select 'DIRECTORY ' || state, count(*) from carried_change group by 1 order by 1")
                .forEach(row -> messages.put(row.get(0), Long.parseLong(row.get(1))));
        messages.put(
                "texts that came again",
                again(evidence.textsByReference().values().stream().map(List::size)));
        messages.put(
                "e-mails that came again",
                again(evidence.mailsByReference().values().stream().map(List::size)));
        messages.put(
                "events that came again",
                evidence.events.size()
                        - evidence.events.stream()
                                .map(event -> event.getClaimValue("jti"))
                                .distinct()
                                .count());
        PromisesOfMessages promises = new PromisesOfMessages(evidence);
        messages.put("lost", (long) promises.lost().size());
        KnownPasswords known = new KnownPasswords(evidence);
        findings = Stream.of(
                        new PromisesToClients(evidence, known).check(),
                        promises.check(),
                        new PromisesOfChanges(evidence).check(),
                        new PromisesOfCodes(evidence).check(),
                        new PromisesOfDirectories(evidence, known).check(),
                        new PromisesOfSilence(evidence).check())
                .flatMap(List::stream)
                .sorted((one, other) -> number(one) - number(other))
                .toList();
    }

    List<Finding> findings() {
        return findings;
    }

    /** How often something was killed while it worked, and came back. */
    int kills() {
        return kills;
    }

    /** How often each fault struck, if it did. */
    Map<Fault, Integer> faults() {
        return faults;
    }

    /** How often a command is known to have been done. */
    long done(Command command) {
        return calls.getOrDefault(command.name(), Map.of()).getOrDefault("ok", 0L);
    }

    /** Whether one replica's clock was wrong all the time. */
    boolean clockWasOff() {
        return clockWasOff;
    }

    /** The names of the invariants that do not hold. */
    List<String> broken() {
        return findings.stream().filter(Finding::isBroken).map(Finding::name).toList();
    }

    void write(Path folder) {
        try {
            Files.writeString(folder.resolve("report.txt"), toString());
            Files.writeString(folder.resolve("report.json"), json().encodePrettily());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("Seed ")
                .append(plan.seed())
                .append(". To repeat it: ")
                .append(plan.repeat())
                .append("\n\n");
        text.append("Calls\n");
        calls.forEach((command, outcomes) -> text.append("  %-16s %s%n".formatted(command, outcomes)));
        text.append("  by status        ").append(statuses).append(" (0: nothing was heard)\n\n");
        text.append("Faults\n");
        faults.forEach((fault, times) -> text.append("  %-18s %d%n".formatted(fault, times)));
        text.append("  kills in all       %d, of replicas at work and of the database%n".formatted(kills));
        text.append("  ").append(clock()).append("\n\nMessages\n");
        messages.forEach((what, count) -> text.append("  %-24s %d%n".formatted(what, count)));
        text.append("  ").append(backlog).append("\n\nInvariants\n");
        findings.forEach(finding -> text.append(line(finding)));
        return text.toString();
    }

    private static String line(Finding finding) {
        String line = "  %-4s %-16s %6d  %s%n"
                .formatted(finding.name(), finding.verdict(), finding.counted(), finding.sentence());
        return line
                + finding.breaches().stream()
                        .limit(10)
                        .map(breach -> "         - " + breach + "\n")
                        .reduce("", String::concat);
    }

    private String clock() {
        return clockWasOff
                ? "the clock of one replica was 5 minutes ahead all the time"
                : "SKIPPED: no replica's clock was off, for which it takes libfaketime and three replicas";
    }

    private JsonObject json() {
        JsonArray all = new JsonArray();
        findings.forEach(finding -> all.add(new JsonObject()
                .put("name", finding.name())
                .put("sentence", finding.sentence())
                .put("verdict", finding.verdict())
                .put("counted", finding.counted())
                .put("breaches", new JsonArray(finding.breaches()))));
        JsonObject struck = new JsonObject();
        faults.forEach((fault, times) -> struck.put(fault.name(), times));
        JsonObject asked = new JsonObject();
        calls.forEach((command, outcomes) -> asked.put(command, new JsonObject(Map.copyOf(outcomes))));
        return new JsonObject()
                .put("seed", plan.seed())
                .put("repeat", plan.repeat())
                .put("calls", asked)
                .put("faults", struck)
                .put("kills", kills)
                .put("clock", clock())
                .put("messages", new JsonObject(Map.copyOf(messages)))
                .put("drainedAfterMillis", backlog.millis())
                .put("invariants", all);
    }

    private void count(Call call) {
        calls.computeIfAbsent(call.request().command().name(), none -> new TreeMap<>())
                .merge(call.outcome().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        statuses.merge(call.status(), 1L, Long::sum);
    }

    private static long again(Stream<Integer> sizes) {
        return sizes.mapToLong(size -> size - 1L).sum();
    }

    private static int number(Finding finding) {
        return Integer.parseInt(finding.name().substring(1));
    }
}

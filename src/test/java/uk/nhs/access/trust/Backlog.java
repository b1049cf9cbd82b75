package uk.nhs.access.trust;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What was still to be done when all was well again.
 *
 * @param millis until nothing of it was left, or until nobody waited any longer
 * @param left what was left then, each in a line
 */
record Backlog(long millis, List<String> left) {

    private static final Duration WORKED_OFF_WITHIN = Duration.ofSeconds(90);

    private static final String WAITING = """
            select 'message ' || id || ' of ' || kind || ' still waits' from message where state = 'QUEUED'
            union all select 'event ' || id || ' of ' || kind || ' still waits' from announcement where state = 'QUEUED'
            union all select 'change ' || id || ' is still held, until ' || applies_at from phone_change where state = 'HELD'
            union all select 'change ' || p.id || ' waits for notices that have arrived' from phone_change p
                where p.state = 'AWAITING_NOTICE'
                and exists (select from message m where m.about_id = p.id and m.awaited and m.state = 'SENT')
                and not exists (select from message m where m.about_id = p.id and m.awaited and m.state = 'QUEUED')
            union all select 'change ' || id || ' was not carried to the directory' from carried_change
                where settled_at is null
            union all select 'what account ' || account_id || ' has newer was not carried to the directory'
                from directory_standing where newer_set_at is not null
            union all select 'the directory of ' || organisation || ' was not read to its end' from directory_reading
                where cursor is null or cursor not like ?
            """;

    /** Waits until all was sent and carried, every hold has ended, and the directory was read to its end. */
    static Backlog workedOff(Stage stage) {
        long start = System.nanoTime();
        try {
            Awaitility.await()
                    .atMost(WORKED_OFF_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> waiting(stage).isEmpty());
            return new Backlog(since(start), List.of());
        } catch (ConditionTimeoutException tooSlow) {
            return new Backlog(since(start), waiting(stage));
        }
    }

    @Override
    public String toString() {
        return left.isEmpty()
                ? "all was sent %d ms after all was well".formatted(millis)
                : "NOT all was sent within %d ms after all was well".formatted(millis);
    }

    private static List<String> waiting(Stage stage) {
        return stage.database.rows(WAITING, "%:" + stage.directory.lastChange()).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}

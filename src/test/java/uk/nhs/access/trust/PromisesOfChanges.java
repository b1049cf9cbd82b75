package uk.nhs.access.trust;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.nhs.access.notice.SentMail;

/** Changes of the number: one at a time, one end each, and never before their time. */
final class PromisesOfChanges {

    private static final Duration HOLD = Duration.parse("PT" + Environment.HOLD);

    /** Asked, resent, confirmed, held, applied; or else cancelled, superseded or expired on the way. */
    private static final Pattern LEGAL = Pattern.compile("AR*(CH?)?[XSE]?|AR*CHP");

    private static final String LETTERS = """
            case event when 'PhoneChangeAsked' then '1A' when 'PhoneChangeCodeResent' then '2R'
                when 'PhoneChangeConfirmed' then '3C' when 'PhoneChangeHeld' then '4H' when 'PhoneChangeApplied' then '5P'
                when 'PhoneChangeCancelled' then '5X' when 'PhoneChangeSuperseded' then '5S'
                when 'PhoneChangeExpired' then '5E' end""";

    private final Evidence evidence;

    PromisesOfChanges(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> check() {
        return List.of(oneAtATime(), oneEndInItsTime(), theLastOneCounts(), historyIsWhole());
    }

    private Finding oneAtATime() {
        List<String> breaches = lines("""
                select 'account ' || a.account_id || ' had two changes waiting' from phone_change a join phone_change b
                on a.account_id = b.account_id and a.id < b.id
                and tstzrange(a.requested_at, a.ended_at) && tstzrange(b.requested_at, b.ended_at)
                """);
        return Finding.of("I4", "at most one change of an account waits at any instant", changes(), breaches);
    }

    private Finding oneEndInItsTime() {
        List<String> breaches = new ArrayList<>(lines("""
                select 'change ' || p.id || ' is ' || p.state || ', and its history says ' || coalesce(ends.names, 'nothing')
                from phone_change p cross join lateral (
                    select count(*) n, string_agg(event, ', ') names from history_entry
                    where account_id = p.account_id and facts->>'change' = p.id::text and event in (
                        'PhoneChangeApplied', 'PhoneChangeCancelled', 'PhoneChangeSuperseded', 'PhoneChangeExpired')) ends
                where ends.n <> (p.ended_at is not null)::int
                    or ends.n = 1 and ends.names <> 'PhoneChange' || initcap(p.state)
                """));
        breaches.addAll(lines("select 'change ' || id || ' was applied early' from phone_change"
                + " where state = 'APPLIED' and (applies_at is null or ended_at < applies_at)"));
        breaches.addAll(heldTooShort());
        breaches.addAll(toldTooEarly());
        return Finding.of(
                "I5",
                "applied, cancelled or superseded exclude each other, and nothing is applied before the hold is over that"
                        + " began when the last e-mail was accepted",
                changes(),
                breaches);
    }

    private List<String> heldTooShort() {
        Map<String, List<SentMail>> mails = evidence.mailsByReference();
        List<String> breaches = new ArrayList<>();
        for (List<String> row : evidence.database.rows("""
                select m.id, p.id, to_char(p.applies_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                from message m join phone_change p on p.id = m.about_id
                where m.kind = 'PhoneChangeHeldMail' and p.applies_at is not null
                """)) {
            Instant applies = OffsetDateTime.parse(row.get(2)).toInstant();
            mails.getOrDefault(row.get(0), List.of()).stream()
                    .map(SentMail::acceptedAt)
                    .min(Instant::compareTo)
                    .filter(accepted -> applies.isBefore(accepted.plus(HOLD)))
                    .ifPresent(accepted -> breaches.add("change %s: its link was accepted at %s, and it applies at %s"
                            .formatted(row.get(1), accepted, applies)));
        }
        return breaches;
    }

    /**
     * By the clock of the mail server and of the text gateway alone: whoever was told that the number is another one was told
     * so a whole hold after every e-mail with a link was there, of which there was one.
     */
    private List<String> toldTooEarly() {
        Map<String, Instant> told = new HashMap<>();
        evidence.texts.forEach(text -> told.merge(text.reference(), text.acceptedAt(), PromisesOfChanges::earlier));
        evidence.mails.forEach(
                mail -> told.merge(Evidence.reference(mail), mail.acceptedAt(), PromisesOfChanges::earlier));
        Map<String, Instant> linked = new HashMap<>();
        messages("= 'PhoneChangeHeldMail'").stream()
                .filter(mail -> told.containsKey(mail.get(0)))
                .forEach(mail -> linked.merge(mail.get(1), told.get(mail.get(0)), PromisesOfChanges::later));
        List<String> breaches = new ArrayList<>(lines("select id from phone_change where state = 'APPLIED'").stream()
                .filter(change -> !linked.containsKey(change))
                .map(change -> "change " + change + " was applied, and no e-mail with its link was ever accepted")
                .toList());
        messages("like 'PhoneChangeApplied%'").stream()
                .filter(notice -> told.containsKey(notice.get(0)) && linked.containsKey(notice.get(1)))
                .filter(notice -> told.get(notice.get(0))
                        .isBefore(linked.get(notice.get(1)).plus(HOLD)))
                .forEach(notice ->
                        breaches.add("change %s: its link was there at %s, and at %s somebody heard of its end"
                                .formatted(notice.get(1), linked.get(notice.get(1)), told.get(notice.get(0)))));
        return breaches;
    }

    /** The messages of some kinds, and the change that each is about. */
    private List<List<String>> messages(String kinds) {
        return evidence.database.rows("select id, about_id from message where kind " + kinds);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private Finding theLastOneCounts() {
        Map<String, String> last = new LinkedHashMap<>();
        evidence.people.forEach(person -> last.put(person.account().toString(), person.mobile()));
        evidence.database
                .rows("select account_id, new_number from phone_change where state = 'APPLIED' order by ended_at")
                .forEach(row -> last.put(row.get(0), row.get(1)));
        List<String> breaches = evidence.database.rows("select id, mobile from account").stream()
                .filter(row ->
                        last.containsKey(row.get(0)) && !last.get(row.get(0)).equals(row.get(1)))
                .map(row -> "account " + row.get(0) + " has another number than its last change says")
                .toList();
        long applied = evidence.database.count("select count(*) from phone_change where state = 'APPLIED'");
        return Finding.of("I10", "the number of an account is that of its last applied change", applied, breaches);
    }

    private Finding historyIsWhole() {
        List<String> breaches = new ArrayList<>();
        List<List<String>> paths = evidence.database.rows("""
                select id, string_agg(right(step, 1), '' order by happened_at, step) from (
                    select facts->>'change' id, happened_at, %s step from history_entry) steps
                where step is not null group by id
                """.formatted(LETTERS));
        paths.stream()
                .filter(path -> !LEGAL.matcher(path.get(1)).matches())
                .forEach(path -> breaches.add("change " + path.get(0) + " went " + path.get(1)));
        Stream.of("update history_entry set event = 'Nothing'", "delete from history_entry", "truncate history_entry")
                .filter(this::isDone)
                .forEach(statement -> breaches.add("the database let somebody " + statement));
        return Finding.of(
                "I11",
                "history is only added to, and tells of each change a legal way from its beginning to its end",
                paths.size(),
                breaches);
    }

    /** Tries it, and takes it back. */
    private boolean isDone(String statement) {
        try (Connection connection = evidence.database.connect();
                Statement tried = connection.createStatement()) {
            connection.setAutoCommit(false);
            tried.execute(statement);
            connection.rollback();
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private long changes() {
        return evidence.database.count("select count(*) from phone_change");
    }

    private List<String> lines(String sql) {
        return evidence.database.rows(sql).stream().map(row -> row.get(0)).toList();
    }
}

package uk.nhs.access.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.packaged.Cluster;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.ReceiptApi;

/** That nothing secret stands where somebody may read it. */
final class PromisesOfSilence {

    private static final Pattern WORD = Pattern.compile("[^\\s\"'<>,;{}()\\[\\]=]+");
    private static final Pattern NUMBER = Pattern.compile("(?:44|0)(7400[0-9]{6})(?![0-9])");
    /** One that is masked is none. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\"<>:•]+@trust\\.example\\.org");

    /** What the service alone knows. */
    private static final List<String> OURS = List.of(
            Population.PASSWORD, DirectoryDouble.SERVICE_PASSWORD, Cluster.KEYS.split(":")[1], ReceiptApi.TOKEN);

    private final Evidence evidence;

    PromisesOfSilence(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> check() {
        List<String> breaches = new ArrayList<>();
        List<String> phrases = new ArrayList<>(OURS);
        phrases.addAll(QuestionApi.ANSWERS);
        List<String> words = new ArrayList<>();
        evidence.secrets.forEach(secret -> (secret.contains(" ") ? phrases : words).add(secret));
        Map<String, String> places = new HashMap<>(evidence.said);
        places.putAll(dump());
        places.put("the log of PostgreSQL", evidence.database.log());
        places.forEach((place, text) -> {
            phrases.stream().filter(text::contains).forEach(found -> breaches.add("a phrase stands in " + place));
            Set<String> all = found(WORD, text);
            words.stream().filter(all::contains).forEach(found -> breaches.add("a code or token stands in " + place));
        });
        breaches.addAll(personal());
        return List.of(Finding.of(
                "I12",
                "no code, token, password or answer stands in a log, metric, event, header or refusal, nor in the database,"
                        + " and no number or address in any of the former or in the history",
                (long) (phrases.size() + words.size()) * places.size() + evidence.numbers.size(),
                breaches));
    }

    /** Numbers and addresses, by what all of these have in common. */
    private List<String> personal() {
        Map<String, String> places = new HashMap<>(evidence.said);
        places.put("the history", contents("history_entry"));
        List<String> breaches = new ArrayList<>();
        places.forEach((place, text) -> {
            found(NUMBER, text).stream()
                    .filter(evidence.numbers::contains)
                    .forEach(number -> breaches.add("a number stands in " + place));
            found(ADDRESS, text).forEach(address -> breaches.add("an address stands in " + place));
        });
        return breaches;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.groupCount() == 0 ? found.group() : "+44" + found.group(1))
                .collect(Collectors.toSet());
    }

    /** All rows of all tables as text. */
    private Map<String, String> dump() {
        return evidence
                .database
                .rows("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .stream()
                .map(row -> row.get(0))
                .collect(Collectors.toMap(table -> "table " + table, this::contents));
    }

    /** Plain numbers are left out: one of them may well look like a code. */
    private String contents(String table) {
        return evidence.database.rows("select to_jsonb(t) from " + table + " t").stream()
                .map(row -> row.get(0).replaceAll(": -?[0-9.]+(?=[,}])", ""))
                .collect(Collectors.joining("\n"));
    }
}

package uk.nhs.access.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.QuestionApi;

/** That nothing secret stands where somebody may read it. */
final class PromisesOfSilence {

    private static final Pattern WORD = Pattern.compile("[^\\s\"'<>,;{}()\\[\\]=]+");

    private final Evidence evidence;

    PromisesOfSilence(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> check() {
        return List.of(noSecretIsReadable(), directory());
    }

    private Finding noSecretIsReadable() {
        List<String> breaches = new ArrayList<>();
        Map<String, String> places = places();
        List<String> phrases = new ArrayList<>(QuestionApi.ANSWERS);
        phrases.add(Population.PASSWORD);
        List<String> words = new ArrayList<>();
        evidence.secrets.forEach(secret -> (secret.contains(" ") ? phrases : words).add(secret));
        places.forEach((place, text) -> {
            phrases.stream().filter(text::contains).forEach(found -> breaches.add("a phrase stands in " + place));
            Set<String> all =
                    WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
            words.stream().filter(all::contains).forEach(found -> breaches.add("a code or token stands in " + place));
        });
        String logs = String.join("\n", evidence.logs);
        evidence.people.stream()
                .filter(person -> isNamed(person, logs))
                .forEach(person ->
                        breaches.add("the number or an address of account " + person.account() + " is in a log"));
        return Finding.of(
                "I12",
                "no code, token, password or answer stands in a log or the database, and no number or address in a log",
                phrases.size() + words.size(),
                breaches);
    }

    private static boolean isNamed(Person person, String logs) {
        return logs.contains(person.mobile()) || person.addresses().stream().anyMatch(logs::contains);
    }

    /** The logs, and all rows of all tables as text. */
    private Map<String, String> places() {
        Map<String, String> places = evidence
                .database
                .rows("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .stream()
                .map(row -> row.get(0))
                .collect(Collectors.toMap(table -> "table " + table, this::contents));
        places.put("a log", String.join("\n", evidence.logs));
        return places;
    }

    /** Plain numbers are left out: one of them may well look like a code. */
    private String contents(String table) {
        return evidence.database.rows("select to_jsonb(t) from " + table + " t").stream()
                .map(row -> row.get(0).replaceAll(": -?[0-9.]+(?=[,}])", ""))
                .collect(Collectors.joining("\n"));
    }

    private static Finding directory() {
        return Finding.skipped(
                "I13",
                "an organisation's directory ends in the state that the service has",
                "nobody here has a directory: its outages are tried in the tests of the room directory");
    }
}

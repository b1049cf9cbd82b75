package uk.nhs.access.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.support.Production;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.ReceiptApi;

/** That nothing secret stands where somebody may read it. */
final class PromisesOfSilence {

    /** Six digits that are no part of a longer number, of a word, or of a fraction. */
    private static final Pattern CODE =
            Pattern.compile("(?<![0-9A-Za-z])(?<![0-9][.,])[0-9]{6}(?![0-9A-Za-z])(?![.,][0-9])");

    /** What numbers the rows, one after another, and the process that PostgreSQL writes before each line. */
    private static final Pattern COUNTED = Pattern.compile("\"(id|position)\": [0-9]+|\\[[0-9]+\\]");

    private static final Pattern NUMBER = Pattern.compile("(?:44|0)(7400[0-9]{6})(?![0-9])");
    /** One that is masked is none. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\"<>:•]+@trust\\.example\\.org");

    /** What the service alone knows. */
    private static final List<String> OURS = List.of(
            Population.PASSWORD,
            DirectoryDouble.SERVICE_PASSWORD,
            Production.KEYS.split(":")[1],
            ReceiptApi.TOKEN);

    private final Evidence evidence;

    PromisesOfSilence(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> check() {
        List<String> breaches = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<String> phrases = new ArrayList<>(OURS);
        phrases.addAll(QuestionApi.ANSWERS);
        evidence.secrets.forEach(secret -> (CODE.matcher(secret).matches() ? codes : phrases).add(secret));
        Map<String, String> places = new HashMap<>(evidence.said);
        places.putAll(dump());
        places.put("the log of PostgreSQL", evidence.database.log());
        places.forEach((place, text) -> {
            phrases.stream()
                    .filter(text::contains)
                    .forEach(found -> breaches.add("a phrase or token stands in " + place));
            codesIn(text).stream().filter(codes::contains).forEach(found -> breaches.add("a code stands in " + place));
        });
        Map<String, String> bytes = bytes();
        bytes.forEach((place, text) -> Stream.concat(phrases.stream(), codes.stream())
                .filter(text::contains)
                .forEach(found -> breaches.add("a secret stands unsealed in " + place)));
        breaches.addAll(personal());
        return List.of(Finding.of(
                "I12",
                "no code, token, password or answer stands in a log, metric, event, header or refusal, nor in the database,"
                        + " and no number or address in any of the former or in the history",
                (long) (phrases.size() + codes.size()) * (places.size() + bytes.size()) + evidence.numbers.size(),
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

    /** Whatever looks like a code. */
    static Set<String> codesIn(String text) {
        return found(CODE, COUNTED.matcher(text).replaceAll(""));
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

    private String contents(String table) {
        return evidence.database.rows("select to_jsonb(t) from " + table + " t").stream()
                .map(row -> row.get(0))
                .collect(Collectors.joining("\n"));
    }

    /** What is sealed or hashed, each byte as the character that it would be if it were not. */
    private Map<String, String> bytes() {
        return evidence
                .database
                .rows("select table_name, column_name from information_schema.columns"
                        + " where table_schema = 'public' and data_type = 'bytea'")
                .stream()
                .collect(Collectors.toMap(
                        column -> "table %s, column %s".formatted(column.toArray()),
                        column -> bytes(column.get(0), column.get(1))));
    }

    private String bytes(String table, String column) {
        return evidence
                .database
                .rows("select encode(%2$s, 'hex') from %1$s where %2$s is not null".formatted(table, column))
                .stream()
                .map(row -> new String(HexFormat.of().parseHex(row.get(0)), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }
}

package uk.nhs.access.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run measures.
 *
 * @param seconds how long each measurement takes
 * @param warmUp how long the service is kept busy with the first operation before it is measured; a quarter of that for each other one
 * @param connections how many callers there are at the same time, one measurement for each
 * @param accounts how many accounts there are; after one number of them as many are added as make the next
 * @param old how many old codes, as many messages and as many lines of history there are
 * @param replicas how many instances of the service share the load
 * @param floors whether PostgreSQL is measured alone as well
 * @param statements whether each statement's calls are counted, which costs some speed
 * @param java the folder of the JVM that the service runs on
 * @param jvm what that JVM is told
 * @param cache which cache of classes the service starts with
 * @param starts how often its start is timed before it is measured
 */
record Plan(
        int seconds,
        int warmUp,
        List<Integer> connections,
        List<Operation> operations,
        List<Integer> accounts,
        int old,
        int replicas,
        boolean floors,
        boolean statements,
        Path java,
        List<String> jvm,
        Cache cache,
        int starts) {

    /** From words like {@code seconds=5}; what is left out has its default. */
    static Plan of(String... words) {
        Map<String, String> said = Arrays.stream(words)
                .flatMap(word -> Arrays.stream(word.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> word[1]));
        Plan plan = new Plan(
                Integer.parseInt(take(said, "seconds", "10")),
                Integer.parseInt(take(said, "warm-up", "240")),
                list(take(said, "connections", "1,16,64"), Integer::valueOf),
                list(take(said, "operations", "create,wrong,right,change,redeem"), Operation::named),
                list(take(said, "accounts", "1000000"), Integer::valueOf),
                Integer.parseInt(take(said, "old", "0")),
                Integer.parseInt(take(said, "replicas", "1")),
                Boolean.parseBoolean(take(said, "floors", "true")),
                Boolean.parseBoolean(take(said, "statements", "false")),
                Path.of(take(said, "java", System.getProperty("java.home"))),
                list(take(said, "jvm", "-XX:+UseSerialGC,-Xmx192m"), word -> word),
                Cache.valueOf(take(said, "cache", "jsa").toUpperCase(Locale.ROOT)),
                Integer.parseInt(take(said, "starts", "5")));
        if (!said.isEmpty()) {
            throw new IllegalArgumentException("No such options: " + said.keySet());
        }
        return plan;
    }

    /** How many transactions each client of pgbench may do at the most. */
    int enoughForEach(int clients) {
        return seconds * (clients == 1 ? 4000 : 16000 / clients);
    }

    private static String take(Map<String, String> said, String name, String standard) {
        String value = said.remove(name);
        return value == null ? standard : value;
    }

    private static <T> List<T> list(String words, Function<String, T> parse) {
        return Arrays.stream(words.split(",")).map(parse).toList();
    }
}

package uk.nhs.access.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.access.support.TestTokens;

/** Makes requests ready in files, for {@code load.lua}: path, body, token and client address in each line. */
final class Requests {

    private static final int CODES = 1_000_000;

    private static final String OPEN =
            "code.purpose = 'SIGN_IN' and used_at is null and expires_at > db_now() + interval '1 minute'";
    private static final String UNTRIED = OPEN + " and tries_left = 5";

    private final Plan plan;
    private final Path home;
    private final Database database;
    private final Texts texts;
    private final Seed seed;
    private int accounts;
    private int coded;
    private int changing;

    Requests(Plan plan, Path home, Database database, Texts texts) {
        this.plan = plan;
        this.home = home;
        this.database = database;
        this.texts = texts;
        this.seed = new Seed(database);
    }

    /** A service's token, which all requests share that bring none of their own. */
    static String token() {
        return TestTokens.of("benchmark").scope("verification-codes").mint();
    }

    /** There are that many accounts now. */
    void accounts(int count) {
        accounts = count;
    }

    /**
     * About {@code count} requests that were never sent before, in one file for each replica. No account has two of
     * them.
     */
    List<Path> of(Operation operation, int count) throws IOException {
        return write(
                switch (operation) {
                    case CREATE -> create(count);
                    case WRONG -> checks(UNTRIED, count, 1);
                    case RIGHT -> checks(OPEN, count, 0);
                    case CHANGE -> change(count);
                    case REDEEM -> redeem(count);
                });
    }

    /**
     * How many codes have to be sent before there are {@code count} requests, or one for every other account: to begin again
     * with the first account takes the codes away that are there.
     */
    int missing(Operation operation, int count) {
        return switch (operation) {
            case WRONG -> missing(UNTRIED, count);
            case RIGHT -> missing(OPEN, count);
            default -> 0;
        };
    }

    private int missing(String which, int count) {
        return (int) Math.max(
                0,
                Math.min(count, accounts / 2)
                        - database.number("select count(*) from verification_code code where " + which));
    }

    private Stream<String> create(int wanted) {
        int count = Math.min(wanted, accounts);
        int from = next(coded, count);
        coded = from + count;
        return numbers(
                from,
                count,
                n -> line(
                        "/v1/verification-codes",
                        "{\"account\":\"" + account(n) + "\",\"purpose\":\"SIGN_IN\"}",
                        "",
                        n));
    }

    /** @param more what is added to the right code */
    private Stream<String> checks(String which, int count, int more) {
        List<String> codes =
                database.rows("select code.id, destination from verification_code code join verification using (id)"
                        + " where " + which + " order by issued_at limit " + count);
        return codes.stream()
                .map(row -> row.split("\t"))
                .filter(row -> texts.code(row[1]) != null)
                .map(row -> {
                    int code = (Integer.parseInt(texts.code(row[1])) + more) % CODES;
                    return line(
                            "/v1/verification-codes/" + row[0] + "/check",
                            "{\"code\":\"%06d\"}".formatted(code),
                            "",
                            1);
                });
    }

    private Stream<String> change(int wanted) {
        int count = Math.min(wanted, accounts);
        int from = next(changing, count);
        changing = from + count;
        Instant now = Instant.now();
        return numbers(
                        from,
                        count,
                        n -> line(
                                "/v1/phone-changes",
                                "{\"mobileNumber\":\"+4472%08d\"}".formatted(n),
                                TestTokens.of("person-" + n)
                                        .scope("account", "phone-changes")
                                        .twoSteps(now)
                                        .mint(),
                                n))
                .parallel();
    }

    private Stream<String> redeem(int wanted) {
        int count = Math.min(wanted, accounts);
        seed.heldChanges(count);
        return numbers(0, count, n -> line("/v1/cancel-tokens/redeem", "{\"token\":\"token " + n + "\"}", "none", n));
    }

    /** Where everybody had a code already it begins again, as if all had used theirs and a day had gone by. */
    private int next(int from, int count) {
        if (from + count <= accounts) {
            return from;
        }
        database.run("truncate send_limit");
        database.run(
                "update verification_code set used_at = db_now(), seal_key_id = null, sealed = null where used_at is null");
        return 0;
    }

    private static Stream<String> numbers(int from, int count, IntFunction<String> line) {
        return IntStream.rangeClosed(from + 1, from + count).mapToObj(line);
    }

    private static String line(String path, String body, String token, int n) {
        return String.join("\t", path, body, token, "10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255));
    }

    private List<Path> write(Stream<String> lines) throws IOException {
        List<String> all = lines.toList();
        List<Path> files = new ArrayList<>();
        for (int replica = 0; replica < plan.replicas(); replica++) {
            int own = replica;
            files.add(Files.write(
                    home.resolve("requests-" + replica + ".txt"),
                    IntStream.range(0, all.size())
                            .filter(i -> i % plan.replicas() == own)
                            .mapToObj(all::get)
                            .toList()));
        }
        return files;
    }

    /** The same in SQL: {@link Seed}. */
    private static UUID account(int number) {
        try {
            byte[] md5 =
                    MessageDigest.getInstance("MD5").digest(("account " + number).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(md5);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

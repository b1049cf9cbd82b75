package uk.nhs.access.trust;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.crypto.Rings;
import uk.nhs.access.crypto.SlowHashes;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Production;
import uk.nhs.access.support.QuestionApi;
import uk.nhs.access.support.TestTokens;

/**
 * People with accounts, each of whom walks one journey, and numbers that nobody has. Every fifth of them is a colleague: they
 * work for the organisation that has a directory.
 */
final class Population {

    /** Everybody's password at the beginning. */
    static final String PASSWORD = "gravel otter minuet six";

    private static final int ONE_COLLEAGUE_IN = 5;
    private static final int FIRST_FRESH = 500_000;

    private final Queue<Person> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Person> waitingColleagues = new ConcurrentLinkedQueue<>();
    private final Queue<Person> colleagues = new ConcurrentLinkedQueue<>();
    private final List<Person> all;
    private final AtomicInteger numbers = new AtomicInteger(FIRST_FRESH);

    private Population(List<Person> all) {
        this.all = all;
        for (int i = 0; i < all.size(); i++) {
            (isColleague(i) ? waitingColleagues : waiting).add(all.get(i));
        }
    }

    /** Every third of them has two e-mail addresses. Hashing takes a while: they share their hashes. */
    static Population of(Database database, int size) {
        List<Person> people =
                IntStream.range(0, size).mapToObj(Population::person).toList();
        try (Connection connection = database.connect()) {
            SlowHashes hashes = hashes();
            connection.setAutoCommit(false);
            insertAccounts(connection, people);
            insertSecrets(connection, people, hashes);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Population(people);
    }

    /** As the replicas hash. */
    static SlowHashes hashes() {
        System.setProperty("crypto.keys", Production.KEYS);
        try {
            return Rings.slowHashes();
        } finally {
            System.clearProperty("crypto.keys");
        }
    }

    Person next() {
        return next(waiting);
    }

    Person nextColleague() {
        Person colleague = next(waitingColleagues);
        colleagues.add(colleague);
        return colleague;
    }

    private Person next(Queue<Person> from) {
        Person person = from.poll();
        if (person == null) {
            throw new IllegalStateException("Nobody is left of " + all.size());
        }
        return person;
    }

    List<Person> all() {
        return all;
    }

    /** Those who have begun their journey. */
    List<Person> colleagues() {
        return List.copyOf(colleagues);
    }

    /** A UK mobile number that nobody has, in E.164. */
    String freshNumber() {
        return number(numbers.incrementAndGet());
    }

    /** All numbers that anybody has or had here, in E.164. */
    Set<String> numbers() {
        return Stream.concat(
                        all.stream().map(Person::mobile),
                        IntStream.rangeClosed(FIRST_FRESH, numbers.get()).mapToObj(Population::number))
                .collect(Collectors.toSet());
    }

    private static Person person(int i) {
        List<String> addresses = new ArrayList<>(List.of("person" + i + "@trust.example.org"));
        if (i % 3 == 0) {
            addresses.add("person" + i + ".home@trust.example.org");
        }
        return new Person(UUID.randomUUID(), "trust-" + i, "Robin Marlowe " + i, number(i), addresses);
    }

    private static boolean isColleague(int i) {
        return i % ONE_COLLEAGUE_IN == 0;
    }

    private static String number(int i) {
        return "+447400%06d".formatted(i);
    }

    private static void insertAccounts(Connection connection, List<Person> people) throws SQLException {
        try (PreparedStatement account = connection.prepareStatement(
                        "insert into account (id, issuer, subject, name, mobile, organisation) values (?, ?, ?, ?, ?, ?)");
                PreparedStatement email = connection.prepareStatement(
                        "insert into account_email (account_id, position, address) values (?, ?, ?)")) {
            for (int i = 0; i < people.size(); i++) {
                Person person = people.get(i);
                add(
                        account,
                        person.account(),
                        TestTokens.ISSUER,
                        person.subject(),
                        person.name(),
                        person.mobile(),
                        isColleague(i) ? Environment.ORGANISATION : null);
                for (int n = 0; n < person.addresses().size(); n++) {
                    add(email, person.account(), n, person.addresses().get(n));
                }
            }
            account.executeBatch();
            email.executeBatch();
        }
    }

    private static void insertSecrets(Connection connection, List<Person> people, SlowHashes hashes)
            throws SQLException {
        String hash = hashes.hash("password", PASSWORD);
        List<String> answers = QuestionApi.ANSWERS.stream()
                .map(answer -> hashes.hash("security answer", answer.toLowerCase(Locale.ROOT)))
                .toList();
        try (PreparedStatement password = connection.prepareStatement(
                        "insert into password (account_id, hash, set_at, language) values (?, ?, db_now(), 'ENGLISH')");
                PreparedStatement question = connection.prepareStatement("insert into security_question"
                        + " (id, account_id, position, standard, own, hash, set_at)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?, ?, db_now())")) {
            for (Person person : people) {
                add(password, person.account(), hash);
                for (int i = 0; i < answers.size(); i++) {
                    Map<String, String> asked = QuestionApi.some().get(i);
                    add(question, person.account(), i, asked.get("question"), asked.get("ownQuestion"), answers.get(i));
                }
            }
            password.executeBatch();
            question.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}

package uk.nhs.access.trust;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.notice.SentMail;
import uk.nhs.access.notice.SentText;
import uk.nhs.access.support.Person;

/** Somebody who walks one journey after another, with a client, a phone for every number and a mailbox for every address. */
final class Worker {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern LINK = Pattern.compile("#token=(\\S+)");
    private static final Pattern TEMPORARY = Pattern.compile("^(\\S+) is your temporary");

    final Client client;
    final Population people;
    final Random random;
    private final Stage stage;

    /** How often the client has to ask changes nothing of what is drawn here. */
    Worker(int number, Stage stage, Population people, Random random) {
        this.stage = stage;
        this.people = people;
        this.random = random;
        this.client = new Client(number, stage.replicas, stage.recorder, new Random(random.nextLong()));
    }

    /** A part of the cases. */
    boolean inOneOf(int cases) {
        return random.nextInt(cases) == 0;
    }

    /** The code in the latest text to the number, of which there are at least so many. */
    Optional<String> textedCode(String number, int texts) {
        return await(() -> {
                    List<SentText> sent = stage.texts.texts(number);
                    return sent.size() < texts ? Optional.empty() : Optional.of(sent.get(sent.size() - 1));
                })
                .map(text -> secret(text.text().substring(0, 6)));
    }

    Optional<String> mailedCode(Person person) {
        return await(() -> latestMail(person))
                .map(mail -> secret(mail.text().replaceAll("(?s).*?\\b([0-9]{6})\\b.*", "$1")));
    }

    /** The token of the link in the first e-mail that has one. */
    Optional<String> mailedLink(Person person) {
        return await(() -> stage.mails.mails(person.address()).stream()
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> secret(found.group(1)))
                .findFirst());
    }

    Optional<String> textedPassword(Person person) {
        return await(() -> stage.texts.texts(person.mobile()).stream()
                .flatMap(text -> temporary(text).stream())
                .map(text -> password(person, text))
                .findFirst());
    }

    /** The temporary password that a text brings, if it does. */
    static Optional<String> temporary(SentText text) {
        return TEMPORARY
                .matcher(text.text())
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Somebody of the organisation that has a directory, which knows them from now on. */
    Person colleague() {
        Person person = people.nextColleague();
        stage.directory.join(person.address(), Population.PASSWORD);
        return person;
    }

    DirectoryDouble directory() {
        return stage.directory;
    }

    /** Notes a password that may come to be the person's, and returns it. */
    String password(Person person, String text) {
        return stage.recorder.password(person.account(), secret(text));
    }

    String secret(String text) {
        return stage.recorder.secret(text);
    }

    /** Another code than this one. */
    String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1 + random.nextInt(900_000)) % 1_000_000);
    }

    static void pause(int millis) {
        Client.pause(Duration.ofMillis(millis));
    }

    private Optional<SentMail> latestMail(Person person) {
        List<SentMail> mails = stage.mails.mails(person.address());
        return mails.isEmpty() ? Optional.empty() : Optional.of(mails.get(mails.size() - 1));
    }

    private static <T> Optional<T> await(Supplier<Optional<T>> arrival) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> arrived = arrival.get();
        while (arrived.isEmpty() && System.nanoTime() < deadline) {
            pause(50);
            arrived = arrival.get();
        }
        return arrived;
    }
}

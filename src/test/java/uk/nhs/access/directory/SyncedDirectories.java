package uk.nhs.access.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;

/**
 * The directories of two organisations, and people in them. The service reads them every second; whoever waits for that
 * here has them read at once, as another replica would.
 */
final class SyncedDirectories implements AutoCloseable {

    static final String OLD = "gravel otter minuet six";
    static final String NEW = "kettle orange bus lantern";
    static final String NEWER = "velvet ladder ninety pies";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, DirectoryDouble> all = Map.of(
            Adopted.ACTIVE_DIRECTORY, Adopted.directory(Adopted.ACTIVE_DIRECTORY),
            Adopted.PLAIN, Adopted.directory(Adopted.PLAIN));
    private final SyncRound round;

    SyncedDirectories(SyncRound round) {
        this.round = round;
    }

    DirectoryDouble of(String organisation) {
        return all.get(organisation);
    }

    DirectoryDouble active() {
        return of(Adopted.ACTIVE_DIRECTORY);
    }

    /** Somebody whom the directory knows, as the service does. */
    Person somebody(String organisation) {
        Person person = Person.with().password(OLD).organisation(organisation).open();
        of(organisation).join(person.address(), OLD);
        awaitKnown(person);
        return person;
    }

    Person somebody() {
        return somebody(Adopted.ACTIVE_DIRECTORY);
    }

    void awaitKnown(Person person) {
        await(() -> assertThat(
                        Rows.count("select count(*) from directory_standing where account_id = ?", person.account()))
                .isEqualTo(1));
    }

    void awaitHistory(Person person, String... events) {
        await(() -> assertThat(Rows.history(person)).containsExactly(events));
    }

    /** A password is set in Active Directory, and taken over. */
    void setPassword(Person person, String password) {
        active().setPassword(person.address(), password);
        awaitHistory(person, "PasswordChangedInDirectory");
    }

    /** Until a reading of Active Directory that began from now on is over. */
    void awaitReading() {
        String now = Rows.text("select db_now()");
        await(() -> assertThat(Rows.count(
                        "select count(*) from directory_reading where organisation = ?"
                                + " and read_up_to > cast(? as timestamptz)",
                        Adopted.ACTIVE_DIRECTORY,
                        now))
                .isEqualTo(1));
    }

    void await(ThrowingRunnable holds) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    round.sync();
                    holds.run();
                });
    }

    /** How far Active Directory has been read. */
    static String cursor() {
        return Rows.text("select cursor from directory_reading where organisation = ?", Adopted.ACTIVE_DIRECTORY);
    }

    @Override
    public void close() {
        all.values().forEach(DirectoryDouble::close);
    }
}

package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.account.LockedBecause;
import uk.nhs.access.directory.DirectoryDouble;
import uk.nhs.access.directory.DirectorySettings.Kind;
import uk.nhs.access.event.ReceiverDouble;
import uk.nhs.access.support.FreePort;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.TestCertificate;
import uk.nhs.access.support.TestTokens;

/** The packaged service is told to end while everything that it talks to hangs. */
class HangingStopIT {

    private static final String ORGANISATION = "H1A";
    private static final Duration TO_END = Duration.ofSeconds(2);

    /** For what is no waiting: the JVM's end, on a machine that is busy. */
    private static final Duration BESIDES = Duration.ofSeconds(8);

    /** Longer than both together. */
    private static final Duration HANGING = Duration.ofSeconds(15);

    private static final Duration LONGEST_LEASE = Duration.ofMinutes(6);

    private static final Listener LISTENER = Listener.onFreePort();
    private static Cluster cluster;
    private static ReceiverDouble receiver;
    private static DirectoryDouble directory;

    @BeforeAll
    static void start() {
        int port = FreePort.next();
        TestCertificate certificate = TestCertificate.of("localhost");
        directory = DirectoryDouble.activeDirectory(port, certificate);
        Map<String, String> settings = new HashMap<>(LISTENER.settings());
        settings.put("TIME_TO_END", TO_END.toString());
        settings.put("DIRECTORY_SYNC_EVERY", "1s");
        DirectoryDouble.settings(ORGANISATION, Kind.ACTIVE_DIRECTORY, port, certificate)
                .forEach((name, value) ->
                        settings.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        cluster = Cluster.start(1, settings);
        receiver = LISTENER.listenTo(cluster);
    }

    @AfterAll
    static void stop() {
        LISTENER.close();
        cluster.close();
        directory.close();
    }

    @Test
    void it_ends_in_one_time_for_all_of_them_and_another_replica_loses_nothing() {
        Person person = lockedOut();
        hang(HANGING);
        unlock(person);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> inHand(person) == 4);

        Replica ending = cluster.replica(0);
        ending.stop();

        assertThat(ending.awaitExit(TO_END.plus(BESIDES))).isIn(0, 143);
        assertThat(ending.log()).doesNotContain("ERROR");
        hang(Duration.ZERO);
        MovableClock.advance(LONGEST_LEASE);
        cluster.replicas.remove(ending);
        cluster.launch(1);
        cluster.mails.awaitMail(person.address(), Owner.PATIENCE);
        cluster.texts.awaitText(person.mobile(), Owner.PATIENCE);
        Awaitility.await().atMost(Owner.PATIENCE).until(() -> !directory.isLocked(person.address()));
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> receiver.types(person.subject()).contains("account-unlocked"));
    }

    private static Person lockedOut() {
        Person person = Person.with()
                .organisation(ORGANISATION)
                .locked(LockedBecause.FAILED_SIGN_INS)
                .open();
        directory.join(person.address(), "Gravel otter minuet 6");
        directory.lock(person.address());
        return person;
    }

    private static void unlock(Person person) {
        String administrator = TestTokens.administrator("gwen", ORGANISATION).mint();
        String path = "/v1/organisations/" + ORGANISATION + "/accounts/" + person.account() + "/unlock";
        assertThat(cluster.replica(0)
                        .post(path, administrator, "{\"reason\":\"Has rung\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void hang(Duration eachAnswer) {
        cluster.mails.slow(eachAnswer);
        cluster.texts.slow(eachAnswer);
        receiver.slow(eachAnswer);
        directory.slow(eachAnswer);
    }

    /** The e-mail, the text, the event and the change for the directory, as long as somebody is at them. */
    private static long inHand(Person person) {
        return Rows.count("""
                select (select count(*) from message where account_id = ? and next_try_at > db_now())
                    + (select count(*) from announcement where account_id = ? and next_try_at > db_now())
                    + (select count(*) from carried_change where account_id = ? and leased_until > db_now())
                """, person.account(), person.account(), person.account());
    }
}

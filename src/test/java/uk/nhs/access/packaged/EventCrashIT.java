package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.event.ReceiverDouble;
import uk.nhs.access.support.Rows;

/** Events of two replicas of the packaged service, one of which dies with many of them in hand. */
class EventCrashIT {

    private static final int OWNERS = 16;

    private static final URI URL = URI.create("http://127.0.0.1:" + freePort() + "/events");
    private static Cluster cluster;
    private static ReceiverDouble receiver;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(
                2,
                Map.of(
                        "EVENT_ISSUER",
                        ReceiverDouble.ISSUER,
                        "EVENT_SIGNING_KEYS",
                        "it:" + key(),
                        "EVENT_RECEIVERS_SIGNIN_URL",
                        URL.toString(),
                        "EVENT_RECEIVERS_SIGNIN_AUDIENCE",
                        "signin",
                        "EVENT_LEASE",
                        "4s",
                        "EVENT_RETRY_MOST",
                        "1s"));
        receiver = ReceiverDouble.at(
                URL,
                "signin",
                () -> cluster.replica(0).get("/v1/event-keys", null).body());
    }

    @AfterAll
    static void stop() {
        receiver.close();
        cluster.close();
    }

    @Test
    void a_replica_that_is_killed_while_it_tells_of_changes_loses_none_and_keeps_their_order() {
        receiver.slow(Duration.ofMillis(300));
        List<Owner> owners =
                IntStream.range(0, OWNERS).mapToObj(i -> Owner.fresh(cluster)).toList();
        Crowd.atOnce(OWNERS, caller -> owners.get(caller).ask());
        Crowd.atOnce(OWNERS, caller -> owners.get(caller).cancel());
        long before = waiting();

        cluster.kill(cluster.replica(0));
        receiver.listens();

        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> waiting() == 0);
        assertThat(before).isPositive();
        assertThat(receiver.faults()).isEmpty();
        assertThat(owners)
                .allSatisfy(owner -> assertThat(receiver.types(owner.person.subject()))
                        .containsExactly("phone-change-asked", "phone-change-cancelled"));
    }

    private static long waiting() {
        return Rows.count("select count(*) from announcement where state = 'QUEUED'");
    }

    private static String key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

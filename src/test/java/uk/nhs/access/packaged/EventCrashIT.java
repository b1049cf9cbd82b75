package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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

    private static final Listener LISTENER = Listener.onFreePort();
    private static Cluster cluster;
    private static ReceiverDouble receiver;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, LISTENER.settings());
        receiver = LISTENER.listenTo(cluster);
    }

    @AfterAll
    static void stop() {
        LISTENER.close();
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
}

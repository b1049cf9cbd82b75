package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.access.notice.SentText;
import uk.nhs.access.support.Rows;

/** The outbox, shared by two replicas of the packaged service. */
class OutboxIT {

    private static final int OWNERS = 40;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of("NOTICE_TEXT_LEASE", "PT4S"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @AfterEach
    void all_is_well_again() {
        cluster.texts.pass();
    }

    @Test
    void replicas_share_the_messages_and_send_none_twice() {
        cluster.texts.slow(Duration.ofMillis(50));

        List<Owner> owners = everybodyAsks();

        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> owners.stream().allMatch(owner -> owner.isSent("PhoneChangeCodeText")));
        assertThat(owners)
                .allSatisfy(owner ->
                        assertThat(cluster.texts.texts(owner.newE164())).hasSize(1));
    }

    @Test
    void a_replica_that_is_killed_while_it_sends_loses_nothing() {
        cluster.texts.slow(Duration.ofMillis(700));

        List<Owner> owners = everybodyAsks();
        cluster.kill(cluster.replica(0));
        cluster.texts.slow(Duration.ZERO);

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> owners.stream().allMatch(owner -> owner.isSent("PhoneChangeCodeText")));
        assertThat(owners)
                .allSatisfy(owner -> assertThat(cluster.texts.texts(owner.newE164()).stream()
                                .map(SentText::reference)
                                .distinct())
                        .hasSize(1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> Rows.count("select count(*) from message where state = 'QUEUED'") == 0);
    }

    @Test
    void a_gateway_that_is_down_delays_codes_and_loses_none_that_are_still_good() {
        cluster.texts.down();
        Owner owner = Owner.fresh(cluster).ask();
        assertThat(owner.isSent("PhoneChangeCodeText")).isFalse();

        cluster.texts.up();

        assertThat(owner.enter(owner.code(), 1).statusCode()).isEqualTo(200);
    }

    private List<Owner> everybodyAsks() {
        List<Owner> owners =
                IntStream.range(0, OWNERS).mapToObj(i -> Owner.fresh(cluster)).toList();
        Crowd.atOnce(OWNERS, caller -> owners.get(caller).ask());
        return owners;
    }
}

package uk.nhs.access.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import uk.nhs.access.support.Rows;

/**
 * A replica of this version beside one of an earlier version, on one database that the earlier one made. Which one is said as
 * git says it: {@code mvn verify -Pupgrade -Dearlier=HEAD~20}.
 */
@EnabledIfSystemProperty(named = "earlier", matches = "[\\w./~^-]+")
class UpgradeIT {

    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.startOf(Built.fromRevision(System.getProperty("earlier"), Path.of("target", "earlier")));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void journeys_go_on_from_version_to_version_and_back() {
        Owner begunBefore = Owner.fresh(cluster).ask();
        Owner heldBefore = Owner.fresh(cluster).ask().confirm();
        heldBefore.awaitState("HELD");

        cluster.launch(1);
        Owner fromOldToNew = Owner.fresh(cluster).ask().confirm();
        Collections.reverse(cluster.replicas);
        Owner fromNewToOld = Owner.fresh(cluster).ask().confirm();
        begunBefore.confirm();
        for (Owner owner : List.of(fromOldToNew, fromNewToOld, begunBefore)) {
            owner.awaitState("HELD");
        }

        Replica old = cluster.replicas.remove(1);
        old.close();
        assertThat(Owner.redeem(cluster.replica(0), heldBefore.cancelToken()).statusCode())
                .isEqualTo(200);
        assertThat(Owner.redeem(cluster.replica(0), fromNewToOld.cancelToken()).statusCode())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Owner.PATIENCE)
                .until(() -> Rows.count("select count(*) from message where state = 'QUEUED'") == 0);
        assertThat(Rows.count("select count(*) from message where state <> 'SENT'"))
                .isZero();
        assertThat(Rows.history(heldBefore.person))
                .containsExactly("PhoneChangeAsked", "PhoneChangeConfirmed", "PhoneChangeHeld", "PhoneChangeCancelled");
    }
}

package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import uk.nhs.access.notice.HeardLog;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.KeptConnection;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;

/** How long a request keeps its place, whatever becomes of whoever sent it. */
@QuarkusTest
class PlaceGivenBackTest {

    private final HeardLog log = HeardLog.start();
    private final Person person = Person.fresh();
    private final String token = person.token().mint();

    @AfterEach
    void leave() {
        UnderWay.await(0);
        assertThat(log.stop())
                .doesNotContain("IllegalStateException", "SocketException", "HttpClosedException", "CID1111 urn");
    }

    @Test
    void work_that_fails_gives_its_place_back() throws Exception {
        try (Connection held = holdAccount()) {
            assertRefused(PhoneChangeApi.ask(token, Person.freshNumber()), 503, "CID1111");
            held.rollback();
        }
        UnderWay.await(0);
    }

    @Test
    void whoever_hangs_up_keeps_the_place_until_what_was_begun_is_done() throws Exception {
        try (Connection held = holdAccount()) {
            hangUpOnce(() -> isWaitedFor(held));
            assumeTrue(staysUnderWayWhileWaiting(held), "the wait was over before anybody looked");
            held.rollback();
        }
        UnderWay.await(0);
    }

    @Test
    void whoever_hangs_up_before_what_was_begun_fails_gives_the_place_back() throws Exception {
        try (Connection held = holdAccount()) {
            hangUpOnce(() -> UnderWay.count() == 1);
            UnderWay.await(0);
            held.rollback();
        }
    }

    @Test
    void whoever_has_not_sent_all_of_it_takes_no_place() throws Exception {
        try (KeptConnection client = KeptConnection.open()) {
            client.say(ChangeByHand.head(token, 30), "{\"mobile");
            Thread.sleep(300);
            assertThat(UnderWay.count()).isZero();
            client.cut();
        }
        UnderWay.await(0);
    }

    @Test
    void a_stream_takes_one_place_until_it_ends_or_is_cut() throws Exception {
        try (KeptConnection client = KeptConnection.open()) {
            client.say("""
                    POST /v1/accounts/bulk HTTP/1.1
                    Host: localhost
                    Content-Type: application/x-ndjson
                    Transfer-Encoding: chunked
                    Authorization: Bearer %s
                    """.formatted(AccountsApi.token()), "");
            UnderWay.await(1);
            Thread.sleep(200);
            assertThat(UnderWay.count()).isEqualTo(1);
            client.cut();
        }
        UnderWay.await(0);
    }

    private void hangUpOnce(Callable<Boolean> begun) {
        try (KeptConnection client = KeptConnection.open()) {
            client.say(ChangeByHand.head(token, 30), ChangeByHand.BODY);
            Awaitility.await("what was begun")
                    .pollInterval(Duration.ofMillis(20))
                    .until(begun);
        }
    }

    /** For half a second at the most. Returns whether there was time to look: the wait for a lock has an end of its own. */
    private static boolean staysUnderWayWhileWaiting(Connection held) throws Exception {
        boolean looked = false;
        for (int time = 0; time < 10 && isWaitedFor(held); time++) {
            double count = UnderWay.count();
            if (isWaitedFor(held)) {
                assertThat(count).isEqualTo(1);
                looked = true;
            }
            Thread.sleep(50);
        }
        return looked;
    }

    private static boolean isWaitedFor(Connection held) throws SQLException {
        int holder = held.unwrap(PGConnection.class).getBackendPID();
        return Rows.count("select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))", holder) > 0;
    }

    private Connection holdAccount() throws Exception {
        return Rows.hold("select from account where id = ? for update", person.account());
    }
}

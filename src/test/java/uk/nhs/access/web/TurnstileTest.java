package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.web.EveryAnswerTest.safe;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import uk.nhs.access.notice.HeardLog;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.KeptConnection;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;
import uk.nhs.access.support.Rows;

/** More requests than there are places, and what gives a place back. */
@QuarkusTest
class TurnstileTest {

    private static final String NUMBER = "{\"mobileNumber\":\"07400900123\"}";

    @Inject
    Places places;

    private final List<Place> taken = new ArrayList<>();
    private final HeardLog log = HeardLog.start();
    private final Person person = Person.fresh();
    private final String token = person.token().mint();

    @AfterEach
    void leave() {
        taken.forEach(Place::isOver);
        awaitUnderWay(0);
        assertThat(log.stop())
                .doesNotContain("IllegalStateException", "SocketException", "HttpClosedException", "CID1111 urn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /v1/account", "GET /v1/event-keys", "POST /v1/unlocks", "DELETE /v1/nothing", "GET //v1/x"})
    void where_no_place_is_left_everybody_is_told_when_to_come_back(String request) {
        takeAll();
        double turnedAway = Management.metric("access_requests_turned_away_total");

        Answer answer = safe(RawHttp.send(request, "Accept-Language: cy", "Authorization: Bearer nonsense"));

        assertRefused(answer, 503, "CID1111");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Language")).isEqualTo("cy");
        assertThat(Management.metric("access_requests_turned_away_total")).isEqualTo(turnedAway + 1);
    }

    @Test
    void what_is_no_operation_needs_no_place() {
        takeAll();

        assertThat(RawHttp.send("GET /q/openapi").status()).isEqualTo(200);
        assertThat(Management.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_was_turned_away_is_let_in_on_the_same_connection_once_there_is_a_place() {
        takeAll();
        try (KeptConnection client = KeptConnection.open()) {
            assertThat(client.say(ask(30), NUMBER).hear("\"retryAfter\":5}")).contains(" 503 ");
            taken.remove(0).isOver();

            assertThat(client.say(ask(2), "{}").hear("CID1001")).contains(" 400 ");
        }
    }

    @Test
    void each_answer_gives_its_place_back() {
        takeAll();
        taken.remove(0).isOver();

        for (int time = 0; time < 3; time++) {
            for (String request :
                    List.of("GET /v1/account", "GET /v1/nothing", "PUT /v1/unlocks", "GET /v1/event-keys")) {
                awaitUnderWay(taken.size());
                assertThat(RawHttp.send(request).status()).isIn(200, 401, 404, 405);
            }
            awaitUnderWay(taken.size());
            assertThat(PhoneChangeApi.with(token)
                            .body("{")
                            .post("/v1/phone-changes")
                            .statusCode())
                    .isEqualTo(400);
            awaitUnderWay(taken.size());
        }
    }

    @Test
    void work_that_fails_gives_its_place_back() throws Exception {
        try (Connection held = holdAccount()) {
            assertRefused(PhoneChangeApi.ask(token, Person.freshNumber()), 503, "CID1111");
            held.rollback();
        }
        awaitUnderWay(0);
    }

    @Test
    void whoever_hangs_up_keeps_the_place_until_what_was_begun_is_done() throws Exception {
        try (Connection held = holdAccount()) {
            hangUpOnce(() -> isWaitedFor(held));
            assumeTrue(staysUnderWayWhileWaiting(held), "the wait was over before anybody looked");
            held.rollback();
        }
        awaitUnderWay(0);
    }

    @Test
    void whoever_hangs_up_before_what_was_begun_fails_gives_the_place_back() throws Exception {
        try (Connection held = holdAccount()) {
            hangUpOnce(() -> underWay() == 1);
            awaitUnderWay(0);
            held.rollback();
        }
    }

    @Test
    void whoever_has_not_sent_all_of_it_takes_no_place() throws Exception {
        try (KeptConnection client = KeptConnection.open()) {
            client.say(ask(30), "{\"mobile");
            Thread.sleep(300);
            assertThat(underWay()).isZero();
            client.cut();
        }
        awaitUnderWay(0);
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
            awaitUnderWay(1);
            Thread.sleep(200);
            assertThat(underWay()).isEqualTo(1);
            client.cut();
        }
        awaitUnderWay(0);
    }

    private void hangUpOnce(Callable<Boolean> begun) {
        try (KeptConnection client = KeptConnection.open()) {
            client.say(ask(30), NUMBER);
            Awaitility.await("what was begun")
                    .pollInterval(Duration.ofMillis(20))
                    .until(begun);
        }
    }

    /** For half a second at the most. Returns whether there was time to look: the wait for a lock has an end of its own. */
    private static boolean staysUnderWayWhileWaiting(Connection held) throws Exception {
        boolean looked = false;
        for (int time = 0; time < 10 && isWaitedFor(held); time++) {
            double count = underWay();
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

    private void takeAll() {
        for (Optional<Place> place = places.take(); place.isPresent(); place = places.take()) {
            taken.add(place.get());
        }
    }

    private Connection holdAccount() throws Exception {
        return Rows.hold("select from account where id = ? for update", person.account());
    }

    private String ask(int length) {
        return """
                POST /v1/phone-changes HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Content-Length: %d
                Authorization: Bearer %s
                """.formatted(length, token);
    }

    private static void awaitUnderWay(int count) {
        Awaitility.await("requests under way")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> underWay() == count);
    }

    private static double underWay() {
        return Management.metric("access_requests_under_way");
    }
}

package uk.nhs.access.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.web.EveryAnswerTest.safe;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.HeardLog;
import uk.nhs.access.support.AccountsApi;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;
import uk.nhs.access.support.Rows;

/** More requests than there are places, and what gives a place back. */
@QuarkusTest
class TurnstileTest {

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
        assertThat(log.stop()).doesNotContain("IllegalStateException", "SocketException", "CID1111 urn");
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
    void whoever_was_turned_away_is_let_in_on_the_same_connection_once_there_is_a_place() throws IOException {
        takeAll();
        try (Socket client = connect()) {
            send(client, ask(30) + "{\"mobileNumber\":\"07700900123\"}");
            assertThat(read(client, "\"retryAfter\":5}")).contains(" 503 ");
            taken.remove(0).isOver();

            send(client, ask(2) + "{}");
            assertThat(read(client, "CID1001")).contains(" 400 ");
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
            try (Socket client = connect()) {
                send(client, ask(30) + "{\"mobileNumber\":\"07400900123\"}");
                awaitUnderWay(1);
            }
            Thread.sleep(500);
            assertThat(underWay()).isEqualTo(1);
            held.rollback();
        }
        awaitUnderWay(0);
    }

    @Test
    void whoever_hangs_up_before_what_was_begun_fails_gives_the_place_back() throws Exception {
        try (Connection held = holdAccount()) {
            try (Socket client = connect()) {
                send(client, ask(30) + "{\"mobileNumber\":\"07400900123\"}");
                awaitUnderWay(1);
            }
            awaitUnderWay(0);
            held.rollback();
        }
    }

    @Test
    void whoever_has_not_sent_all_of_it_takes_no_place() throws Exception {
        try (Socket client = connect()) {
            send(client, ask(30) + "{\"mobile");
            Thread.sleep(300);
            assertThat(underWay()).isZero();
        }
        Thread.sleep(100);
        assertThat(underWay()).isZero();
    }

    @Test
    void a_stream_takes_one_place_until_it_ends_or_is_cut() throws Exception {
        try (Socket client = connect()) {
            client.setSoLinger(true, 0);
            send(client, """
                    POST /v1/accounts/bulk HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    Authorization: Bearer %s\r
                    \r
                    """.formatted(AccountsApi.token()));
            awaitUnderWay(1);
            Thread.sleep(200);
            assertThat(underWay()).isEqualTo(1);
        }
        awaitUnderWay(0);
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
                POST /v1/phone-changes HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Authorization: Bearer %s\r
                \r
                """.formatted(length, token);
    }

    private static Socket connect() throws IOException {
        Socket client = new Socket("localhost", RestAssured.port);
        client.setSoTimeout(10_000);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
        client.getOutputStream().flush();
    }

    /** As far as these words. */
    private static String read(Socket client, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = client.getInputStream().read();
            assertThat(next).as(text.toString()).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
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

package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.web.EveryAnswerTest.safe;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.notice.HeardLog;
import uk.nhs.access.support.KeptConnection;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;

/** More requests than there are places. */
@QuarkusTest
class TurnstileTest {

    @Inject
    Places places;

    private final List<Place> taken = new ArrayList<>();
    private final HeardLog log = HeardLog.start();
    private final String token = Person.fresh().token().mint();

    @AfterEach
    void leave() {
        taken.forEach(Place::isOver);
        UnderWay.await(0);
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
            assertThat(client.say(ChangeByHand.head(token, 30), ChangeByHand.BODY)
                            .hear("\"retryAfter\":5}"))
                    .contains(" 503 ");
            taken.remove(0).isOver();

            assertThat(client.say(ChangeByHand.head(token, 2), "{}").hear("CID1001"))
                    .contains(" 400 ");
        }
    }

    @Test
    void each_answer_gives_its_place_back() {
        takeAll();
        taken.remove(0).isOver();

        for (int time = 0; time < 3; time++) {
            for (String request :
                    List.of("GET /v1/account", "GET /v1/nothing", "PUT /v1/unlocks", "GET /v1/event-keys")) {
                UnderWay.await(taken.size());
                assertThat(RawHttp.send(request).status()).isIn(200, 401, 404, 405);
            }
            UnderWay.await(taken.size());
            assertThat(PhoneChangeApi.with(token)
                            .body("{")
                            .post("/v1/phone-changes")
                            .statusCode())
                    .isEqualTo(400);
            UnderWay.await(taken.size());
        }
    }

    private void takeAll() {
        for (Optional<Place> place = places.take(); place.isPresent(); place = places.take()) {
            taken.add(place.get());
        }
    }
}

package uk.nhs.access.phonechange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** Mail scanners open links, and run the scripts of their pages: nothing but the one POST cancels. */
@QuarkusTest
class CancelLinkScannersTest {

    private static final int AS_OFTEN_AS_SCANNERS_LOOK = 100;

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @Test
    void no_page_load_and_no_other_method_cancels() {
        Story story = Story.ofSomebody().isHeld();
        String token = story.cancelToken();
        Silence silence = Silence.of(story.person, story.newNumber);

        for (int time = 0; time < AS_OFTEN_AS_SCANNERS_LOOK; time++) {
            for (Method method : List.of(Method.GET, Method.HEAD, Method.OPTIONS, Method.PUT)) {
                for (String path : List.of("/v1/cancel-tokens/lookup", "/v1/cancel-tokens/redeem", "/dev/cancel")) {
                    int status = given().queryParam("token", token)
                            .contentType("application/json")
                            .request(method, path)
                            .statusCode();
                    assertThat(status).as(method + " " + path).isIn(200, 204, 404, 405);
                }
            }
        }

        silence.isKept();
        assertThat(PhoneChangeApi.lookUp(token).<String>path("state")).isEqualTo("HELD");
        assertThat(PhoneChangeApi.redeem(token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void a_body_does_not_turn_another_method_into_a_post(String method) {
        Story story = Story.ofSomebody().isHeld();
        Map<String, String> body = Map.of("token", story.cancelToken());
        Silence silence = Silence.of(story.person);

        assertRefused(PhoneChangeApi.anybody().body(body).request(method, "/v1/cancel-tokens/redeem"), 405, "CID1006");
        assertRefused(
                PhoneChangeApi.anybody()
                        .header("X-HTTP-Method-Override", "POST")
                        .body(body)
                        .request(method, "/v1/cancel-tokens/redeem?_method=POST"),
                405,
                "CID1006");
        silence.isKept();
    }

    @Test
    void looking_changes_nothing_however_often() {
        Story story = Story.ofSomebody().isHeld();
        String token = story.cancelToken();
        Silence silence = Silence.of(story.person, story.newNumber);

        for (int time = 0; time < AS_OFTEN_AS_SCANNERS_LOOK; time++) {
            assertThat(PhoneChangeApi.lookUp(token).statusCode()).isEqualTo(200);
        }
        silence.isKept();
    }
}

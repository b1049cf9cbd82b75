package uk.nhs.access.phonechange;

import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;

/** What counts as entering a code, and what is no guess at all. */
@QuarkusTest
class ConfirmationBodyTest {

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\":\"\"}",
                "{\"code\":\"12345\"}",
                "{\"code\":\"12345678901\"}",
                "{\"code\":\" 123456\"}",
                "{\"code\":\"123456\\n\"}",
                "{\"code\":\"123 456\"}",
                "{\"code\":\"\\uff11\\uff12\\uff13\\uff14\\uff15\\uff16\"}",
                "{\"code\":\"\\u0661\\u0662\\u0663\\u0664\\u0665\\u0666\"}"
            })
    void what_cannot_be_a_code_is_no_guess(String body) {
        assertNoGuess(body, "CID1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":123456}",
                "{\"code\":null}",
                "{\"code\":true}",
                "{\"code\":\"12345\\u0000\"}",
                "{\"code\":[\"123456\"]}",
                "{\"code\":{\"digits\":\"123456\"}}",
                "{\"code\":\"123456\",\"code\":\"123457\"}",
                "{\"code\":\"123456\",\"mobileNumber\":\"07400123456\"}",
                "{\"code\":\"123456\",\"attemptsLeft\":5}",
                "{\"code\":\"123456\"} {\"code\":\"123457\"}"
            })
    void what_is_more_than_a_code_is_no_guess(String body) {
        assertNoGuess(body, "CID1002");
    }

    private static void assertNoGuess(String body, String cid) {
        Story story = Story.ofSomebody().asks();
        story.code();
        Silence silence = Silence.of(story.person, story.newNumber);

        Response answer = PhoneChangeApi.with(story.token())
                .body(body)
                .post("/v1/phone-changes/{id}/confirmation", story.change());

        assertRefused(answer, 400, cid);
        silence.isKept();
    }
}

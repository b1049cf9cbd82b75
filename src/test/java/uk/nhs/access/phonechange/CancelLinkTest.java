package uk.nhs.access.phonechange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.support.Refusal.withoutInstance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.MovableClock;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Rows;
import uk.nhs.access.support.Silence;
import uk.nhs.access.support.Story;
import uk.nhs.access.support.TestTokens;

/** The link in the e-mail: it works whole, for whoever holds it, and only when somebody says so. */
@QuarkusTest
class CancelLinkTest {

    @BeforeEach
    void let_an_hour_pass() {
        MovableClock.advance(Duration.ofHours(1));
    }

    @Test
    void a_link_that_is_not_whole_is_none_of_ours() {
        Story story = Story.ofSomebody().isHeld();
        String token = story.cancelToken();
        Silence silence = Silence.of(story.person, story.newNumber);
        Response never = PhoneChangeApi.redeem("never");

        Stream.of(
                        mistyped(token),
                        token.substring(1),
                        token.substring(0, token.length() - 1),
                        token + "=",
                        token + "A",
                        token.toUpperCase(),
                        token.toLowerCase(),
                        " " + token,
                        token + " ",
                        token + "\n",
                        token.substring(0, 20) + " " + token.substring(20),
                        "#token=" + token,
                        " ",
                        "\ufeff" + token,
                        "a".repeat(512),
                        "' or '1'='1")
                .forEach(other -> {
                    assertRefused(PhoneChangeApi.lookUp(other), 404, "CID3011");
                    Response redeemed = PhoneChangeApi.redeem(other);
                    assertRefused(redeemed, 404, "CID3011");
                    assertThat(withoutInstance(redeemed)).isEqualTo(withoutInstance(never));
                });

        silence.isKept();
        assertThat(PhoneChangeApi.redeem(token).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_is_there_and_has_at_most_512_characters() {
        for (String token : new String[] {"", "a".repeat(513), "a".repeat(4_096)}) {
            assertRefused(PhoneChangeApi.lookUp(token), 400, "CID1001");
            assertRefused(PhoneChangeApi.redeem(token), 400, "CID1001");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":1}",
                "{\"token\":true}",
                "{\"token\":[]}",
                "{\"token\":{}}",
                "{\"Token\":\"a\"}",
                "{\"token\":\"a\",\"state\":\"APPLIED\"}",
                "{\"token\":\"a\",\"token\":\"b\"}"
            })
    void a_token_is_one_text_and_nothing_else_comes_along(String body) {
        assertRefused(PhoneChangeApi.anybody().body(body).post("/v1/cancel-tokens/lookup"), 400, "CID1002");
        assertRefused(PhoneChangeApi.anybody().body(body).post("/v1/cancel-tokens/redeem"), 400, "CID1002");
    }

    /** As when one of two mailboxes is slow: the owner of the other one need not wait for it. */
    @Test
    void the_link_works_before_all_notices_are_accepted() {
        Story story = Story.ofSomebody().isHeld();
        String token = story.cancelToken();
        Rows.count(
                "with done as (update phone_change set state = 'AWAITING_NOTICE', applies_at = null where id = ?::uuid"
                        + " returning 1) select count(*) from done",
                story.change());

        Response preview = PhoneChangeApi.lookUp(token);

        assertThat(preview.<String>path("state")).isEqualTo("AWAITING_NOTICE");
        assertThat(preview.<String>path("appliesAt")).isNull();
        assertThat(PhoneChangeApi.redeem(token).<String>path("state")).isEqualTo("CANCELLED");
    }

    @Test
    void a_bad_token_of_a_person_sent_along_does_not_stop_the_link() {
        Story story = Story.ofSomebody().isHeld();
        Instant past = Instant.now().minus(Duration.ofDays(1));
        String expired = TestTokens.person("x").issued(past).expires(past).mint();

        for (String header :
                List.of("Bearer " + expired, "Bearer garbage", "Bearer", "Basic YTpi", "Nonsense \u0001")) {
            assertThat(withHeader(header, story, "lookup").statusCode())
                    .as(header)
                    .isEqualTo(200);
        }
        assertThat(withHeader("Bearer " + expired, story, "redeem").statusCode())
                .isEqualTo(200);
    }

    @Test
    void no_header_of_a_request_moves_the_link_in_the_email() {
        Story story = Story.ofSomebody().asks();
        assertThat(PhoneChangeApi.with(story.token())
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "http")
                        .header("X-Forwarded-Prefix", "/evil.example")
                        .header("Forwarded", "host=evil.example")
                        .header("Origin", "https://evil.example")
                        .header("Referer", "https://evil.example/")
                        .body(Map.of("code", story.code()))
                        .post("/v1/phone-changes/{id}/confirmation", story.change())
                        .statusCode())
                .isEqualTo(200);

        Map<String, String> mail = story.mailbox().await(1);
        assertThat(mail.get("link")).matches("http://localhost:[0-9]+/dev/cancel#token=[A-Za-z0-9_-]{43}");
        assertThat(mail.toString()).doesNotContain("evil");
    }

    private static Response withHeader(String authorization, Story story, String action) {
        return PhoneChangeApi.anybody()
                .header("Authorization", authorization)
                .body(Map.of("token", story.cancelToken()))
                .post("/v1/cancel-tokens/" + action);
    }

    private static String mistyped(String token) {
        return (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
    }
}

package uk.nhs.access.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;

/** What every refusal says, whoever it is said to. */
public final class Refusal {

    private Refusal() {}

    public static void assertRefused(Response answer, int status, String cid) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertSays(answer.asString(), status, cid);
    }

    public static void assertRefused(RawHttp.Answer answer, int status, String cid) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertSays(answer.body(), status, cid);
    }

    /** With the wait both as a fact and as a header. */
    public static void assertMustWait(Response answer, String cid, long seconds) {
        assertRefused(answer, 429, cid);
        assertThat(answer.<Integer>path("retryAfter")).isEqualTo((int) seconds);
        assertThat(answer.header("Retry-After")).isEqualTo(Long.toString(seconds));
    }

    /** The body as it would be at any other time. */
    public static String withoutInstance(Response answer) {
        String instance = answer.path("instance");
        assertThat(instance).isNotBlank();
        return answer.asString().replace(instance, "");
    }

    private static void assertSays(String body, int status, String cid) {
        Map<String, Object> problem = JsonPath.from(body).getMap("");
        assertThat(problem).containsEntry("cid", cid).containsEntry("status", status);
        assertThat(problem.get("help")).asString().endsWith("?error=" + cid);
        assertThat(problem.get("instance")).asString().startsWith("urn:uuid:");
    }
}

package uk.nhs.access.provisioning;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import uk.nhs.access.support.AccountsApi;

/** Accounts by the stream, as a service sends them, and what it is answered. */
final class BulkAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BulkAnswers() {}

    static Response load(List<Map<String, Object>> people) {
        return post(
                people.stream().map(BulkAnswers::line).collect(joining("\n")).getBytes(StandardCharsets.UTF_8));
    }

    static Response post(byte[] lines) {
        return AccountsApi.service()
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/v1/accounts/bulk");
    }

    static List<String> outcomes(Response answer) {
        return results(answer).stream()
                .map(result -> result.getString("outcome"))
                .toList();
    }

    static List<JsonPath> results(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return answer.asString().lines().map(JsonPath::from).toList();
    }

    static String line(Map<String, Object> somebody) {
        try {
            return JSON.writeValueAsString(somebody);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

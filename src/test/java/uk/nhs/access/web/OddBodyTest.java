package uk.nhs.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;
import static uk.nhs.access.web.EveryAnswerTest.safe;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.access.support.KeptConnection;
import uk.nhs.access.support.Management;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;

/** Bodies that say how they come, and come otherwise or not at all. Each is the sender's fault, and waited for by nobody. */
@QuarkusTest
class OddBodyTest {

    private static final String LOOKUP = "POST /v1/cancel-tokens/lookup";
    private static final String JSON = "Content-Type: application/json";

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 0", "Content-Length: 00", "Accept: */*"})
    void nothing_at_all_is_no_body(String length) {
        Answer answer = safe(RawHttp.send(LOOKUP, JSON, length));

        assertRefused(answer, 400, "CID1001");
    }

    /** However its path is written, a body is read. */
    @ParameterizedTest
    @ValueSource(strings = {"//v1/cancel-tokens/lookup", "/v1//cancel-tokens/lookup", "/v1/%63ancel-tokens/lookup"})
    void a_body_that_comes_by_a_twisted_path_is_a_body(String path) {
        byte[] body = bytes("{\"token\": \"" + "a".repeat(43) + "\"}");
        Answer answer = safe(RawHttp.send(body, "POST " + path, JSON, "Content-Length: " + body.length));

        assertRefused(answer, 404, "CID3011");
    }

    @Test
    void chunks_that_hold_nothing_are_no_body() {
        Answer answer = safe(RawHttp.send(bytes("0\r\n\r\n"), LOOKUP, JSON, "Transfer-Encoding: chunked"));

        assertRefused(answer, 400, "CID1001");
    }

    @Test
    void a_coding_that_nobody_knows_is_no_body() {
        Answer answer = safe(RawHttp.send(bytes("{}"), LOOKUP, JSON, "Transfer-Encoding: xchunked"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void whoever_sends_nothing_in_chunks_takes_up_no_place() {
        try (KeptConnection client = KeptConnection.open()) {
            client.say("""
                    POST /v1/cancel-tokens/lookup HTTP/1.1
                    Host: localhost
                    Content-Type: application/json
                    Transfer-Encoding: chunked
                    """, "0\r\n\r\n");
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> Management.metric("access_requests_under_way") == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ\r\n", "-1\r\n", "fffffffffffffffff\r\n", "\r\n", "2\r\n{}\r\n0\r\n: x\r\n\r\n"})
    void broken_chunks_are_nothing_that_went_wrong_here(String chunks) {
        double before = wentWrong();

        try {
            assertThat(RawHttp.send(bytes(chunks), LOOKUP, JSON, "Transfer-Encoding: chunked")
                            .status())
                    .isEqualTo(400);
        } catch (IllegalStateException closed) {
            // without a word, by what reads HTTP
        }

        assertThat(wentWrong()).isEqualTo(before);
    }

    private static double wentWrong() {
        return Management.metric("access_problems_total", "problem=\"WENT_WRONG\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

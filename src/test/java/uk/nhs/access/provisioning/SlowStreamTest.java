package uk.nhs.access.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.access.support.Refusal.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.AccountsApi;

/** Clients that take their time over a stream do not keep others from theirs. */
@QuarkusTest
@TestProfile(SlowStreamTest.OneStreamAndASecond.class)
class SlowStreamTest {

    @Test
    void whoever_only_trickles_is_answered_what_came_in_time_and_that_the_time_is_over() throws Exception {
        try (Socket client = open()) {
            OutputStream out = client.getOutputStream();
            chunk(out, "no line\n{\"name\":");
            client.setSoTimeout(300);
            StringBuilder answer = new StringBuilder();
            for (int i = 0; i < 30 && !answer.toString().contains("CID1111"); i++) {
                trickle(out);
                read(client, answer);
            }

            assertThat(answer.toString())
                    .contains("{\"line\":1,\"outcome\":\"REFUSED\",\"cid\":\"CID1002\"")
                    .contains("{\"line\":2,\"outcome\":\"REFUSED\",\"cid\":\"CID1111\"")
                    .contains("\"retryAfter\":30");
        }
        awaitTurn();
    }

    @Test
    void whoever_reads_no_answers_is_cut_off() throws Exception {
        try (Socket client = open()) {
            Thread sender = new Thread(() -> {
                try {
                    for (int i = 0; i < 400; i++) {
                        chunk(client.getOutputStream(), "x\n".repeat(200));
                    }
                } catch (IOException cutOff) {
                    // which is what is waited for
                }
            });
            sender.start();
            Response meanwhile = Awaitility.await("the turn is taken")
                    .until(SlowStreamTest::load, answer -> answer.statusCode() == 503);
            assertRefused(meanwhile, 503, "CID1111");

            awaitTurn();
            sender.join();
        }
    }

    private static void awaitTurn() {
        Awaitility.await("the next turn").atMost(Duration.ofSeconds(20)).until(() -> load().statusCode() == 200);
    }

    private static Response load() {
        return AccountsApi.service()
                .contentType("application/x-ndjson")
                .body("\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/accounts/bulk");
    }

    private static Socket open() throws IOException {
        Socket client = new Socket("localhost", RestAssured.port);
        client.getOutputStream()
                .write(("POST /v1/accounts/bulk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                                + "Authorization: Bearer " + AccountsApi.token() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void trickle(OutputStream out) {
        try {
            chunk(out, " ");
        } catch (IOException cutOff) {
            // the answer may be there
        }
    }

    private static void read(Socket client, StringBuilder answer) throws IOException {
        try {
            byte[] some = new byte[4096];
            int length = client.getInputStream().read(some);
            answer.append(new String(some, 0, Math.max(length, 0), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException nothingYet) {
            // the next one
        }
    }

    public static class OneStreamAndASecond implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("provisioning.patience", "1s", "provisioning.streams-at-once", "1");
        }
    }
}

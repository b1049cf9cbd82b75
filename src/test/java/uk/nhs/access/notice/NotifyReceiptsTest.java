package uk.nhs.access.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the double sends receipts as GOV.UK Notify documents it, or what is tested with it would prove little. */
class NotifyReceiptsTest {

    private final NotifyReceipts receipts = new NotifyReceipts();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            heard.add(call.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(answers.isEmpty() ? 204 : answers.remove(), -1);
            call.close();
        });
        server.start();
        receipts.to(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/receipts"), "secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_is_taken_is_sent_once_with_the_token() {
        assertThat(receipts.send(new JsonObject().put("id", "1"))).containsExactly(204);
        assertThat(heard).containsExactly("Bearer secret {\"id\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 599})
    void what_may_pass_is_tried_again(int status) {
        Collections.addAll(answers, status, status);

        assertThat(receipts.send(new JsonObject())).containsExactly(status, status, 204);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 404, 413, 422})
    void anything_else_is_not(int status) {
        answers.add(status);

        assertThat(receipts.send(new JsonObject())).containsExactly(status);
    }

    @Test
    void after_five_times_it_is_given_up() {
        answers.addAll(Collections.nCopies(9, 503));

        assertThat(receipts.send(new JsonObject())).hasSize(6).containsOnly(503);
    }

    @Test
    void nobody_there_is_no_answer() {
        server.stop(0);

        assertThat(receipts.send(new JsonObject())).hasSize(6).containsOnly(NotifyReceipts.NO_ANSWER);
    }
}

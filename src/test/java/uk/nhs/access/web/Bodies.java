package uk.nhs.access.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.access.support.RawHttp;
import uk.nhs.access.support.RawHttp.Answer;

/** Bodies of requests that anybody may send, each to be answered soon. */
final class Bodies {

    private static final Duration SOON = Duration.ofMillis(500);

    private Bodies() {}

    static Answer post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    static Answer post(byte[] body, String type) {
        return soon("Content-Length: " + body.length, body, type);
    }

    static Answer postInChunks(String body) {
        byte[] chunks = RawHttp.chunked(body.getBytes(StandardCharsets.UTF_8));
        return soon("Transfer-Encoding: chunked", chunks, "application/json");
    }

    /** The fastest of three, because machines are busy at times. */
    private static Answer soon(String length, byte[] body, String type) {
        return Stream.generate(() -> timed(length, body, type))
                .limit(3)
                .filter(answer -> answer.took().compareTo(SOON) < 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No answer within " + SOON))
                .answer();
    }

    private static Timed timed(String length, byte[] body, String type) {
        long start = System.nanoTime();
        Answer answer = RawHttp.send(body, "POST /v1/cancel-tokens/lookup", "Content-Type: " + type, length);
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }

    private record Timed(Answer answer, Duration took) {}
}

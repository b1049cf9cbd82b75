package uk.nhs.access.trust;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import uk.nhs.access.packaged.Replica;

/** A client that takes no silence for an answer: what has a key it asks again with the same one, wherever it is heard. */
final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ONE_IN = 6;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final int process;
    private final Replicas replicas;
    private final Recorder recorder;
    private final Random random;

    Client(int process, Replicas replicas, Recorder recorder, Random random) {
        this.process = process;
        this.replicas = replicas;
        this.recorder = recorder;
        this.random = random;
    }

    /** Asks until it is known what came of it, or patience ends. One in some asks once more what was done already. */
    Call ask(Request request) {
        Call call = askUntil(System.nanoTime() + PATIENCE.toNanos(), request, false);
        if (!call.isKnown() && request.hasKey()) {
            recorder.unknown(request);
        }
        if (call.isOk() && request.hasKey() && random.nextInt(ONE_IN) == 0) {
            askOnce(request);
        }
        return call;
    }

    /** Asks once more, now that all is well, what nobody knows about. */
    Call askAgain(Request request, Duration patience) {
        return askUntil(System.nanoTime() + patience.toNanos(), request, true);
    }

    Call askOnce(Request request) {
        return askOnce(replicas.any(random), request, false);
    }

    Call askOnce(Replica replica, Request request) {
        return askOnce(replica, request, false);
    }

    private Call askUntil(long deadline, Request request, boolean inDoubt) {
        Call call = askOnce(replicas.any(random), request, inDoubt);
        while (!call.isKnown() && request.hasKey() && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(100 + random.nextInt(200)));
            call = askOnce(replicas.any(random), request, true);
        }
        return call;
    }

    private Call askOnce(Replica replica, Request request, boolean inDoubt) {
        recorder.invoke(process, request);
        try {
            HttpResponse<String> answer = HTTP.send(http(replica, request), BodyHandlers.ofString());
            return recorder.end(process, request, answer.statusCode(), answer.body(), inDoubt);
        } catch (IOException nothingHeard) {
            return recorder.end(process, request, 0, "", inDoubt);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static HttpRequest http(Replica replica, Request request) {
        HttpRequest.Builder http =
                HttpRequest.newBuilder(replica.url().resolve(request.path())).timeout(TIMEOUT);
        if (request.token() != null) {
            http.header("Authorization", "Bearer " + request.token());
        }
        if (request.hasKey()) {
            http.header("Idempotency-Key", request.key());
        }
        if (request.body() == null) {
            return http.method(request.method(), BodyPublishers.noBody()).build();
        }
        return http.header("Content-Type", "application/json")
                .method(request.method(), BodyPublishers.ofString(request.body()))
                .build();
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
